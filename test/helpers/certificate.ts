import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Certificates are made with the openssl program; tests that need one are skipped where it is not there. */
export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

/** A self-signed certificate for 127.0.0.1, made for one test. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** For NODE_EXTRA_CA_CERTS, where it is to be trusted. */
  readonly file: string;
}

const configuration = `
[ca]
default_ca = fixture
[fixture]
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = anything
x509_extensions = names
[anything]
organizationName = optional
commonName = supplied
[names]
subjectAltName = IP:127.0.0.1
basicConstraints = CA:true
`;

/** Makes a certificate that is valid for some days from now, was so on the first of January 2020, or will be in 2049. */
export function makeCertificate(validity: "valid" | "expired" | "future"): Certificate {
  const cwd = mkdtempSync(join(tmpdir(), "openclaw-aisa-tls-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { cwd, stdio: "ignore" });
  writeFileSync(join(cwd, "ca.cnf"), configuration);
  writeFileSync(join(cwd, "index.txt"), "");
  writeFileSync(join(cwd, "serial"), "01\n");
  const subject = ["-subj", "/O=Demo Fixture/CN=localhost"];
  openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "request.pem", ...subject);
  const dates = {
    valid: ["-days", "2"],
    expired: ["-startdate", "20200101000000Z", "-enddate", "20200102000000Z"],
    future: ["-startdate", "20490101000000Z", "-enddate", "20491231000000Z"],
  }[validity];
  const files = ["-config", "ca.cnf", "-keyfile", "key.pem", "-in", "request.pem", "-out", "cert.pem"];
  openssl("ca", "-batch", "-selfsign", "-notext", ...files, ...dates);
  const read = (name: string) => readFileSync(join(cwd, name), "utf8");
  return { key: read("key.pem"), cert: read("cert.pem"), file: join(cwd, "cert.pem") };
}
