/** A progress line for long runs: only on a terminal, at most ten times a second. */

export interface Progress {
  step(characters: number): void;
  end(): void;
}

export function createProgress(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  let documents = 0;
  let characters = 0;
  let shown = 0;
  const show = () =>
    stream.write(`\r${documents} documents, ${(characters / 1e6).toFixed(1)} million characters `);
  return {
    step(count) {
      documents++;
      characters += count;
      if (!stream.isTTY || now() - shown < 100) return;
      shown = now();
      show();
    },
    end() {
      if (stream.isTTY) {
        show();
        stream.write('\n');
      }
    },
  };
}
