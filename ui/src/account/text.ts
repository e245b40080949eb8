/** Code points -> text: the account counts code points, JavaScript strings count UTF-16 units. */

const ASTRAL = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

export class ReportText {
  /** UTF-16 index of each code point; null while both counts are the same. */
  private readonly units: Uint32Array | null;
  readonly length: number;

  constructor(readonly raw: string) {
    if (!ASTRAL.test(raw)) {
      this.units = null;
      this.length = raw.length;
      return;
    }
    const starts: number[] = [];
    for (let i = 0; i < raw.length; i += raw.codePointAt(i)! > 0xffff ? 2 : 1) starts.push(i);
    starts.push(raw.length);
    this.units = Uint32Array.from(starts);
    this.length = starts.length - 1;
  }

  slice(start: number, end: number): string {
    if (!this.units) return this.raw.slice(start, end);
    const at = (point: number) => this.units![Math.max(0, Math.min(point, this.length))]!;
    return this.raw.slice(at(start), at(end));
  }

  /** The code point that a UTF-16 index falls on. */
  pointAt(unit: number): number {
    if (!this.units) return unit;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
