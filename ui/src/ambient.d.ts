/// <reference types="svelte" />
/// <reference types="vite/client" />

/** True in the one-file report, which carries its account and has no server. */
declare const ONE_FILE: boolean;

declare module "virtual:borders" {
  const packed: string;
  export default packed;
}

declare module "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url" {
  const address: string;
  export default address;
}
