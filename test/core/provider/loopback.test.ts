import { expect, it } from "vitest";
import { isLoopbackUrl } from "../../../src/core/provider/index.ts";

it.each([
  ["http://127.0.0.1:8080/v1", true],
  ["http://127.1/v1", true],
  ["http://localhost/v1", true],
  ["http://[::1]:80/v1", true],
  ["http://127.0.0.1.evil.example/v1", false],
  ["http://localhost:x@evil.example/v1", false],
  ["http://localhost.evil.example/v1", false],
  ["no URL", false],
])("says of %s whether it leads to this machine: %s", (url, local) => {
  expect(isLoopbackUrl(url)).toBe(local);
});
