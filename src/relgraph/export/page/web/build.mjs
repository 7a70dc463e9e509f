// Bundles src/ into ../assets/page.js. vis-network is not bundled: the page carries it as a script of its own.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = new URL("src/", import.meta.url);
const hash = createHash("sha256");
for (const name of readdirSync(here).sort()) hash.update(name + "\0").update(readFileSync(new URL(name, here)));

const built = await build({
  entryPoints: [new URL("main.ts", here).pathname],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  write: false,
});
const script = `/* built from web/src, sha256 ${hash.digest("hex")} */\n${built.outputFiles[0].text}`;
writeFileSync(new URL("../assets/page.js", import.meta.url), script);
