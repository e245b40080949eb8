/** One source, two bundles: the desk (served, split into chunks) and the one-file report (all inside one page). */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `virtual:borders`: Natural Earth country borders at 1:50 million, packed, without what the map does not draw. */
function borders(): Plugin {
  const name = "virtual:borders";
  return {
    name: "borders",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf-8"));
      delete atlas.objects.land;
      for (const country of atlas.objects.countries.geometries) country.properties = { name: country.properties.name };
      return `export default ${JSON.stringify(gzipSync(JSON.stringify(atlas), { level: 9 }).toString("base64"))}`;
    },
  };
}

const BUNDLED = [
  "svelte", "d3-geo", "d3-array", "internmap", "topojson-client", "world-atlas", "maplibre-gl", "pmtiles", "fflate",
  "@fontsource-variable/source-serif-4", "@fontsource-variable/source-sans-3",
];

/** Beside the bundle, the licences of everything in it. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const texts = BUNDLED.map((name) => {
        const folder = at(`node_modules/${name}`);
        const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
        return `${name}\n\n${file ? readFileSync(resolve(folder, file), "utf-8") : "see its package"}`;
      });
      this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join(`\n\n${"-".repeat(78)}\n\n`) });
    },
  };
}

/** Puts script and style into the written page and names the script's hash in the page's own content security policy. */
function inline(): Plugin {
  return {
    name: "inline",
    writeBundle({ dir }, bundle) {
      const written = (name: string) => resolve(dir!, name);
      const read = (end: string) => {
        const names = Object.keys(bundle).filter((name) => name.endsWith(end));
        return names.map((name) => readFileSync(written(name), "utf-8")).join("\n");
      };
      const script = `\n${read(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}`;
      const style = read(".css");
      const hash = createHash("sha256").update(script).digest("base64");
      const policy =
        `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; ` +
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
      const page = readFileSync(written("index.html"), "utf-8")
        .replace(/<script type="module"[^>]*><\/script>\s*/, "")
        .replace(/<link rel="stylesheet"[^>]*>\s*/, "")
        .replace('<meta charset="utf-8" />', () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
        .replace("</head>", () => `<style>${style}</style>\n  </head>`)
        .replace("</body>", () => `<script type="module">${script}</script>\n  </body>`);
      for (const name of Object.keys(bundle)) if (name !== "index.html" && name !== "licences.txt") rmSync(written(name));
      rmSync(written("assets"), { recursive: true, force: true });
      writeFileSync(written("index.html"), page);
    },
  };
}

export default defineConfig(({ mode }) => {
  const onefile = mode === "onefile";
  return {
    plugins: [svelte(), borders(), licences(), ...(onefile ? [inline()] : [])],
    define: { ONE_FILE: JSON.stringify(onefile) },
    server: { fs: { allow: [at("..")] }, proxy: { "/api": "http://127.0.0.1:8321" } },
    build: {
      outDir: at(onefile ? "../src/dateline/tell/page" : "../src/dateline/desk/page"),
      emptyOutDir: true,
      target: "es2022",
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: onefile ? Number.MAX_SAFE_INTEGER : 0,
      cssCodeSplit: !onefile,
      modulePreload: onefile ? false : { polyfill: false },
      ...(onefile ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    },
    test: { environment: "node", include: ["src/**/*.test.ts"] },
  };
});
