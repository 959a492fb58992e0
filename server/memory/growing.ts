// Lists of numbers that grow, kept in typed arrays: millions of them cost their bytes and nothing more.

type Kind = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor;

/** A list of numbers of one kind. `data` may be longer than `length`, and is another array after the list has grown. */
export class Growing<K extends Kind> {
  data: InstanceType<K>;
  length: number;
  readonly #kind: K;

  /** Begins empty, or with all of `data`, which it takes over. */
  constructor(kind: K, data?: InstanceType<K>) {
    this.#kind = kind;
    this.data = data ?? (new kind(1024) as InstanceType<K>);
    this.length = data?.length ?? 0;
  }

  /** Adds a number; a kind that cannot hold it cuts it as JavaScript does. */
  push(value: number): void {
    if (this.length === this.data.length) this.#grow(this.length + 1);
    this.data[this.length++] = value;
  }

  /** The numbers themselves, without the room behind them; a view, not a copy. */
  view(): InstanceType<K> {
    return this.data.subarray(0, this.length) as InstanceType<K>;
  }

  #grow(least: number): void {
    const wider = new this.#kind(Math.max(least, 1024, Math.ceil(this.data.length * 1.5))) as InstanceType<K>;
    wider.set(this.data as never);
    this.data = wider;
  }
}
