/** Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the file. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../index.ts';
import type { Failure } from './files.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** One SARIF log with one run; a file of which nothing could be read is told as a notification of the run. */
export function toSarif(
  diagnostics: readonly Diagnostic[],
  failed: readonly Failure[],
  version: string,
): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'reform-sheet', version, rules: codes.map((id) => ({ id })) } },
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ file, reason }) => ({
              level: 'error',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
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
      artifactLocation: { uri: uriOf(place.source) },
      region: { startLine: place.row },
    },
    ...(logical === '' ? {} : { logicalLocations: [{ fullyQualifiedName: logical }] }),
  };
}

/** A file as a reference within the log's own folder; one with a full name by that. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
