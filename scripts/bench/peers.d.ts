/** Peers of the matcher that come without types. */
declare module 'aho-corasick-node' {
  const builder: { builder(): { add(word: string): void; build(): { match(text: string): string[] } } };
  export default builder;
}
declare module 'ahocorasick' {
  export default class {
    constructor(words: readonly string[]);
    search(text: string): [number, string[]][];
  }
}
declare module 'fastscan' {
  export default class {
    constructor(words: readonly string[]);
    search(text: string): [number, string][];
  }
}

declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(names: readonly string[], options: { separateWordSearch: boolean; accuracy: 'exactly' }): void;
  }
}
