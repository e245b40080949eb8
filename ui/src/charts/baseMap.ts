/** A PMTiles file of the user's own under the map: raster as it is, vector tiles in quiet lines of the Protomaps layers. */

import { addProtocol, type Map as LiveMap } from "maplibre-gl";
import { PMTiles, Protocol } from "pmtiles";

const VECTOR = 1;

export interface Inks {
  water: string;
  line: string;
}

/** Adds the base map below the layer named `before`. */
export async function addBaseMap(map: LiveMap, before: string, inks: Inks): Promise<void> {
  const address = `${location.origin}/tiles`;
  const tiles = new PMTiles(address);
  const header = await tiles.getHeader();
  const protocol = new Protocol();
  protocol.add(tiles);
  addProtocol("pmtiles", protocol.tile);
  const url = `pmtiles://${address}`;
  if (header.tileType !== VECTOR) {
    map.addSource("base", { type: "raster", url, tileSize: 256 });
    map.addLayer({ id: "base", type: "raster", source: "base", paint: { "raster-saturation": -0.6, "raster-opacity": 0.7 } }, before);
    return;
  }
  map.addSource("base", { type: "vector", url });
  map.addLayer({ id: "base-water", type: "fill", source: "base", "source-layer": "water", paint: { "fill-color": inks.water } }, before);
  map.addLayer({ id: "base-roads", type: "line", source: "base", "source-layer": "roads", minzoom: 6, paint: { "line-color": inks.line, "line-width": 0.7 } }, before);
  map.addLayer({ id: "base-boundaries", type: "line", source: "base", "source-layer": "boundaries", paint: { "line-color": inks.line, "line-dasharray": [3, 2] } }, before);
}
