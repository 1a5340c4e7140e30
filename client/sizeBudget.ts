// Fails the build when a page loads more script than it may. What a page loads is read from the bundle: the chunks of its modules
// with everything they import, and for a page that opens in steps also what those import later.
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

export interface PageBudget {
  readonly page: string;
  /** Modules the page needs, as the ends of their paths. */
  readonly modules: readonly string[];
  /** Also count what they `import()`, except what matches one of these. Absent = static imports only. */
  readonly exceptLater?: readonly RegExp[];
  readonly gzipBytes: number;
}

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
}

/** Several things that open on demand may share a chunk; then all of them have to be excepted. */
const mayComeLater = ({ facadeModuleId, moduleIds }: Chunk, exceptLater: readonly RegExp[]): boolean =>
  (facadeModuleId === null ? moduleIds : [facadeModuleId]).every((id) => exceptLater.some((pattern) => pattern.test(id)));

export function sizeBudget(budgets: readonly PageBudget[]): Plugin {
  return {
    name: 'masa:size-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const output of Object.values(bundle)) if (output.type === 'chunk') chunks.set(output.fileName, output);
      const sizes = new Map<string, number>();
      const gzipped = (chunk: Chunk): number => {
        const size = sizes.get(chunk.fileName) ?? gzipSync(chunk.code, { level: 9 }).length;
        sizes.set(chunk.fileName, size);
        return size;
      };
      const faults: string[] = [];
      for (const { page, modules, exceptLater, gzipBytes } of budgets) {
        const seen = new Set<Chunk>();
        const visit = (chunk: Chunk | undefined, follow: boolean): void => {
          if (!chunk || seen.has(chunk)) return;
          seen.add(chunk);
          for (const name of chunk.imports) visit(chunks.get(name), false);
          if (!follow || !exceptLater) return;
          for (const name of chunk.dynamicImports) {
            const later = chunks.get(name);
            if (later && !mayComeLater(later, exceptLater)) visit(later, true);
          }
        };
        for (const module of modules) {
          const chunk = [...chunks.values()].find((each) => each.moduleIds.some((id) => id.endsWith(module)));
          if (!chunk) faults.push(`${page}: ${module} is in no chunk; the budget must follow the sources`);
          visit(chunk, !module.endsWith('main.tsx'));
        }
        const total = [...seen].reduce((sum, chunk) => sum + gzipped(chunk), 0);
        const line = `${page}: ${(total / 1000).toFixed(1)} kB of ${(gzipBytes / 1000).toFixed(0)} kB gzip script, ${seen.size} files`;
        this.info(line);
        if (total > gzipBytes) {
          const largest = [...seen].sort((a, b) => gzipped(b) - gzipped(a)).map((chunk) => `  ${gzipped(chunk)} ${chunk.fileName}`);
          faults.push(`${line}\n${largest.join('\n')}`);
        }
      }
      if (faults.length > 0) this.error(faults.join('\n'));
    },
  };
}
