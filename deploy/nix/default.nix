# The package from npm as a Nix derivation. `hash` is that of the archive:
#   nix-prefetch-url https://registry.npmjs.org/openclaw-aisa/-/openclaw-aisa-1.0.0.tgz
# With OPENCLAW_NIX_MODE=1, which OpenClaw's own module sets, the config is read-only for OpenClaw and openclaw-aisa
# alike: doctor works, everything that writes says so.
{
  lib,
  stdenvNoCC,
  fetchurl,
  nodejs,
  makeWrapper,
  hash ? lib.fakeHash,
}:

stdenvNoCC.mkDerivation (finalAttrs: {
  pname = "openclaw-aisa";
  version = "1.0.0";

  src = fetchurl {
    url = "https://registry.npmjs.org/openclaw-aisa/-/openclaw-aisa-${finalAttrs.version}.tgz";
    inherit hash;
  };

  nativeBuildInputs = [ makeWrapper ];

  # Everything is bundled: there is nothing to build and nothing to install beside it.
  installPhase = ''
    runHook preInstall
    mkdir -p $out/lib/openclaw-aisa
    cp -r . $out/lib/openclaw-aisa
    makeWrapper ${lib.getExe nodejs} $out/bin/openclaw-aisa \
      --add-flags $out/lib/openclaw-aisa/bin/openclaw-aisa.js
    runHook postInstall
  '';

  meta = {
    description = "Qwen, DeepSeek, Kimi and Doubao in OpenClaw through AIsa";
    license = lib.licenses.mit;
    mainProgram = "openclaw-aisa";
  };
})
