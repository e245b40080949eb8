/** Packed borders -> country shapes, unpacked once. */

import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export type Borders = FeatureCollection<Geometry, { name: string }>;

let unpacked: Promise<Borders> | null = null;

async function unpack(): Promise<Borders> {
  const packed = (await import("virtual:borders")).default;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const atlas = (await new Response(stream).json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(atlas, atlas.objects.countries);
}

export function borders(): Promise<Borders> {
  unpacked ??= unpack();
  return unpacked;
}
