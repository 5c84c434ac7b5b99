/** Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the file. */
import type { Diagnostic } from '../index.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function toSarif(diagnostics: readonly Diagnostic[], version: string): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'reform-sheet', version, rules: codes.map((id) => ({ id })) } },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          level: LEVELS[diagnostic.severity],
          message: {
            text: [diagnostic.message, diagnostic.hint].filter((part) => part !== undefined).join('\n'),
          },
          ...(diagnostic.place === undefined
            ? {}
            : { locations: [locationOf(diagnostic.place, diagnostic)] }),
        })),
      },
    ],
  };
}

function locationOf(place: NonNullable<Diagnostic['place']>, { trail, path }: Diagnostic): object {
  const logical = [place.address, trail ?? path].filter((part) => part !== undefined).join(' ');
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(place.source.replaceAll('\\', '/')) },
      region: { startLine: place.row },
    },
    ...(logical === '' ? {} : { logicalLocations: [{ fullyQualifiedName: logical }] }),
  };
}
