/** An entry of another handbook or volume, as its inventory tells of it. */
export interface OuterEntry {
  /** The other handbook's id. */
  readonly handbook: string;
  readonly number: string;
  /** What print puts behind the number: the other book's title, or "vol. 501-600" of the same work. */
  readonly where: string;
}
