/** Boxes with names in them, and where they are in the picture. Pixels. */

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  /** The middle of the box. */
  readonly x: number;
  readonly y: number;
}

export type PlacedBox = Box & Place;
