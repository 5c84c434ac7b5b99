#!/usr/bin/env node
/** The command line: arguments → one call → exit code. */
import './heap.ts';
import yargs from 'yargs';
import {
  among,
  BOOK_FORMATS,
  ENCODINGS,
  encodingOf,
  FORMATS,
  fileIn,
  isClosed,
  isGivenOnce,
  knownOf,
  knows,
  named,
  namesOf,
  OUT_ENCODINGS,
  placeIn,
  wordsOf,
} from './arguments.ts';
import { type ExitCode, languageOf, openSession, UserError, versionOf } from './session.ts';

const argv = wordsOf(process.argv.slice(2));
const asked = /^(?:ja|en)$/.exec(argv[argv.indexOf('--lang') + 1] ?? '')?.[0];
const session = openSession(languageOf(argv.find((arg) => arg.startsWith('--lang='))?.slice(7) ?? asked));
const { say } = session;

// what is said to nobody, as behind `| head`, is lost, and nothing else: the work goes on to its end
process.stderr.on('error', () => {});
let isLost = false;
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // a closed pipe; on Windows, EOF
  if (code === 'EPIPE' || code === 'EOF' || isLost) return;
  isLost = true;
  session.err(`${say('error')}: ${say('standardBlocked', { reason: code ?? message })}`);
});
process.on('exit', (code) => {
  if (isLost && code < 2) process.exitCode = 2;
});

const inputs = { describe: say('input'), type: 'string', array: true, demandOption: true } as const;
const formOption = { describe: say('formOption'), type: 'string', requiresArg: true } as const;

const [command = '', verb = ''] = argv.filter((word) => !word.startsWith('-'));
const commands = ['convert', 'check', 'show', 'book', 'form', 'schema'];
const isVerb = command !== 'form' || verb === 'show' || verb === 'check';
/** What is said of wrong use, by the keys of yargs; those that count have two forms. */
const same = (text: string) => ({ one: text, other: text });
const refusals = {
  'Unknown command: %s': same(
    say(!isVerb ? 'formVerbUnknown' : commands.includes(command) ? 'wordExtra' : 'commandUnknown'),
  ),
  'Unknown argument: %s': same(say('optionUnknown')),
  'Not enough non-option arguments: got %s, need at least %s': same(say('wordMissing')),
  'Not enough arguments following: %s': say('valueMissing'),
  'Invalid values:': say('valuesUnfit'),
  'Argument: %s, Given: %s, Choices: %s': say('choiceUnfit'),
};

const known = {
  encoding: {
    describe: say('encoding'),
    choices: ENCODINGS,
    requiresArg: true,
  },
  password: { describe: say('password'), type: 'string', requiresArg: true },
  place: {
    describe: say('place'),
    type: 'string',
    requiresArg: true,
    coerce: (given: string | string[]) => [given].flat(),
  },
  placements: { describe: say('placements'), type: 'string', requiresArg: true },
} as const;
const batch = {
  jobs: { alias: 'j', describe: say('jobs'), type: 'number', requiresArg: true },
  report: { describe: say('reportTo'), type: 'string', requiresArg: true },
  watch: { describe: say('watch'), type: 'boolean', default: false },
} as const;
const outEncoding = { describe: say('outEncoding'), choices: OUT_ENCODINGS, requiresArg: true } as const;
const formatOption = (describe: string, formats: readonly string[]) =>
  ({
    describe: `${describe}: ${formats.join(', ')}`,
    type: 'string',
    requiresArg: true,
    coerce: (given: string | string[]): string[] => [given].flat().flatMap(namesOf),
  }) as const;
let run: () => Promise<ExitCode> = () => Promise.resolve(2);

try {
  await yargs(argv)
    .scriptName('reform-sheet')
    .locale(session.language)
    .updateStrings(refusals as unknown as Record<string, string>) // its types know of one form only
    .usage(`$0 <command>\n\n${say('usage')}`)
    .command(
      'convert <input..>',
      say('convert'),
      (command) =>
        command
          .positional('input', inputs)
          .option('to', formatOption(say('to'), FORMATS))
          .option('out', { alias: 'o', describe: say('out'), type: 'string', requiresArg: true })
          .option('form', formOption)
          .options(known)
          .option('out-encoding', outEncoding)
          .options(batch)
          .option('force', { describe: say('force'), type: 'boolean', default: false })
          .check(({ to }) => knows(to, FORMATS, say))
          .example('$0 convert no49.txt --to pdf,xlsx --out out', say('exampleConvert'))
          .example('$0 convert sheets --to xlsx --out all.xlsx', say('exampleJoin'))
          .example('$0 convert sheets --to pdf --out out --report report.html', say('exampleReport')),
      (args) => {
        run = async () => {
          const { convert } = await import('./convert.ts');
          return convert(session, {
            ...knownOf(args),
            inputs: named(args.input),
            to: among(args.to, FORMATS),
            out: placeIn(args.out),
            outEncoding: encodingOf(args.outEncoding),
            jobs: args.jobs,
            report: fileIn(args.report),
            watch: args.watch,
            force: args.force,
          });
        };
      },
    )
    .command(
      'check <input..>',
      say('check'),
      (command) =>
        command
          .positional('input', inputs)
          .option('as-of', { describe: say('asOf'), type: 'string', requiresArg: true })
          .option('strict', { describe: say('strict'), type: 'boolean', default: false })
          .option('format', {
            describe: say('format'),
            choices: ['text', 'json', 'sarif'] as const,
            default: 'text' as const,
          })
          .option('form', formOption)
          .options(known)
          .options(batch)
          .example('$0 check sheets --as-of 2014-10-15', say('exampleCheck')),
      (args) => {
        run = async () => {
          const { check } = await import('./check.ts');
          return check(session, {
            ...args,
            ...knownOf(args),
            inputs: named(args.input),
            asOf: args.asOf,
            report: fileIn(args.report),
          });
        };
      },
    )
    .command(
      'show <input..>',
      say('show'),
      (command) =>
        command
          .positional('input', inputs)
          .option('html', { describe: say('html'), type: 'boolean', default: false })
          .option('out', { alias: 'o', describe: say('pageOut'), type: 'string', requiresArg: true })
          .option('full', { describe: say('full'), type: 'boolean', default: false })
          .option('form', formOption)
          .options(known)
          .example('$0 show no49.txt --html --out no49.html', say('exampleShow')),
      (args) => {
        run = async () => {
          const { show } = await import('./show.ts');
          const { html, full } = args;
          const out = placeIn(args.out);
          return show(session, { ...knownOf(args), inputs: named(args.input), html, out, full });
        };
      },
    )
    .command(
      'book <input..>',
      say('book'),
      (command) =>
        command
          .positional('input', inputs)
          .option('to', formatOption(say('bookTo'), BOOK_FORMATS))
          .option('out', { alias: 'o', describe: say('bookOut'), type: 'string', requiresArg: true })
          .option('title', { describe: say('bookTitle'), type: 'string', requiresArg: true })
          .option('subtitle', { describe: say('subtitle'), type: 'string', requiresArg: true })
          .option('issuer', { describe: say('issuer'), type: 'string', requiresArg: true })
          .option('binding', { describe: say('binding'), type: 'number', requiresArg: true, default: 30 })
          .option('duplex', { describe: say('duplex'), type: 'boolean', default: false })
          .option('form', formOption)
          .options(known)
          .option('out-encoding', outEncoding)
          .check(({ to }) => knows(to, BOOK_FORMATS, say))
          .example('$0 book sheets --out booklet.pdf', say('exampleBook')),
      (args) => {
        run = async () => {
          const { book } = await import('./book.ts');
          const { title, subtitle, issuer, binding, duplex } = args;
          return book(session, {
            ...knownOf(args),
            inputs: named(args.input),
            to: among(args.to, BOOK_FORMATS),
            out: placeIn(args.out),
            title,
            subtitle,
            issuer,
            binding,
            duplex,
            outEncoding: encodingOf(args.outEncoding),
          });
        };
      },
    )
    .command('form', say('form'), (command) => {
      for (const verb of ['show', 'check'] as const) {
        command.command(
          `${verb} <form>`,
          say(verb === 'show' ? 'formShow' : 'formCheck'),
          (sub) => sub.positional('form', { describe: say('formFile'), type: 'string', demandOption: true }),
          (args) => {
            run = async () => {
              const { form } = await import('./form.ts');
              return form(session, verb, args.form);
            };
          },
        );
      }
      return command.demandCommand(1, say('formVerbNeeded'));
    })
    .command('schema', say('schema'), {}, () => {
      run = async () => {
        const { jsonSchema } = await import('../schema.ts');
        session.out(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
        return 0;
      };
    })
    .check((args) => isGivenOnce(args, say) && (process.platform !== 'win32' || isClosed(args, say)))
    .option('lang', { describe: say('lang'), choices: ['ja', 'en'] as const, global: true })
    .demandCommand(1, say('commandNeeded'))
    .strictCommands()
    .strict()
    .version(await versionOf())
    .help()
    // yargs lays the help out for every command, asked or not
    .wrap(argv.includes('--help') ? 100 : null)
    .fail((message, error) => {
      throw new UserError((message ?? error.message).replace(/\s*\n\s*/g, ' '));
    })
    .parseAsync();
  process.exitCode = argv.some((arg) => ['--help', '--version'].includes(arg)) ? 0 : await run();
} catch (error) {
  const known = error instanceof UserError;
  const reason = error instanceof Error ? error.message : String(error);
  session.err(`${say('error')}: ${known ? reason : say('unexpected', { reason })}`);
  if (!known && process.env.DEBUG !== undefined) console.error(error);
  process.exitCode = 2;
}
