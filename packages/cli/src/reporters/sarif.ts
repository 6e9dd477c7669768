import type { Diagnostic } from '../diagnostics.ts';
import { VERSION } from '../version.ts';

/** Formats the messages as a SARIF 2.1.0 log, for code scanning. */
export function sarif(diagnostics: readonly Diagnostic[]): string {
  const rules = [...new Map(diagnostics.map((item) => [item.rule, item.url])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'octavo',
            version: VERSION,
            rules: rules.map(([id, url]) => ({ id, ...(url ? { helpUri: url } : {}) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((item) => ({
          ruleId: item.rule,
          level: item.severity === 'info' ? 'note' : item.severity,
          message: { text: item.note === undefined ? item.reason : `${item.reason}. ${item.note}` },
          locations: [
            { physicalLocation: { artifactLocation: { uri: encodeURI(item.path) }, region: region(item) } },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function region(item: Diagnostic): Record<string, number> {
  const { line, column, endLine, endColumn } = item;
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
