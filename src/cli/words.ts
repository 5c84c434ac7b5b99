/** The words the command line speaks itself, in Japanese and English. */
import type { Language } from '../index.ts';
import { type Speech, speechOf, type Words } from '../speech.ts';

const WORDS = {
  error: ['エラー', 'error'],
  warning: ['警告', 'warning'],
  info: ['参考', 'info'],
  at: ['欄', 'box'],
  hint: ['対処', 'help'],
  row: ['（表の {row} 行目）', ' (row {row} of the table)'],
  moreAlike: [
    '[{code}] はほかに {more} 件あります（表示は {most} 件まで。全部は check --format json で見られます）',
    '[{code}]: {more} more (no more than {most} are shown; check --format json has all)',
  ],
  fileMissing: ['ファイルが見つかりません: {file}', 'no such file: {file}'],
  fileUnreadable: ['ファイルを読めません: {file}', 'cannot read: {file}'],
  fileLocked: [
    'ファイルを読めません。Excel などで開いていれば閉じてください: {file}',
    'cannot read, it may be open in Excel: {file}',
  ],
  taskOverrun: [
    '時間がかかりすぎるので、途中でやめました: {file}。--jobs 1 とすると、時間の制限なしに読みます',
    'given up, it takes too long: {file}; with --jobs 1 there is no limit',
  ],
  taskOutOfMemory: [
    'メモリーを使いすぎるので、途中でやめました: {file}。ファイルを分けてください',
    'given up, it takes too much memory: {file}; divide the file',
  ],
  taskDied: [
    '処理が途中で止まりました: {file}（{reason}）。もう一度実行してください',
    'the work on it broke off: {file} ({reason}); run it again',
  ],
  taskFailed: [
    'プログラムの誤りで処理できませんでした: {file}（{reason}）',
    'the program failed at it: {file} ({reason})',
  ],
  nothingFound: ['読むファイルがありません: {file}', 'nothing to read: {file}'],
  othersPassed: [
    '読まない種類のファイル: {count} 件（{files}）。シートなら、Excel かテキストで保存してください',
    'of kinds that are not read: {count} ({files}); what is a sheet is to be saved as Excel or text',
  ],
  resultsPassed: [
    '書き出す先のフォルダーにあるので、入力にしなかったファイル: {count} 件（{files}）',
    'not taken for inputs, since they lie where the results go: {count} ({files})',
  ],
  outputBlocked: [
    '書き込めません: {file}（{reason}）。フォルダーの権限と空きを確かめてください',
    'cannot write: {file} ({reason}); see to the rights and the space of the folder',
  ],
  outputLocked: [
    '書き込めません。Excel や PDF の画面で開いていれば閉じ、読み取り専用なら外してください: {file}',
    'cannot write, it may be open in another program, or read-only: {file}',
  ],
  standardBlocked: [
    '標準出力に書き込めません（{reason}）。結果の一部が失われました',
    'cannot write to standard output ({reason}); some of the results are lost',
  ],
  outputIsInput: [
    '入力・様式・--placements のファイルには上書きしません: {file}。別の場所か名前を指定してください',
    'this would overwrite an input, the form or the file of --placements: {file}; give another place or name',
  ],
  outputIsReport: [
    'シートと、報告などのほかのものとが、同じファイルに書き出されます: {file}。入力か --report の名前を変えてください',
    'a sheet and something else of this run, such as the report, would be written to one file: {file}; rename the input, or name another with --report',
  ],
  outputClash: [
    '二つの入力が同じファイルに書き出されます: {file}（{one} と {other}）。どちらかの名前を変えるか、別のフォルダーに書き出してください',
    'two inputs would be written to one file: {file} ({one} and {other}); rename one, or write them to two folders',
  ],
  outNeeded: [
    '書き出す先を --out で指定してください（標準出力に出せるのは、テキスト一つだけです）',
    'name a place to write to with --out (only one text can go to standard output)',
  ],
  outUnfit: [
    '--out にはフォルダー名（点のある名前なら、最後に / を付けて）か、{endings} で終わるファイル名を書いてください: {file}',
    '--out takes the name of a folder (with / at its end, if there is a dot in it), or of a file that ends in {endings}: {file}',
  ],
  folderNeeded: [
    '形式が二つ以上あります。--out にはフォルダー名（点のある名前なら、最後に / を付けて）を書いてください: {file}',
    'there is more than one format; --out takes the name of a folder (with / at its end, if there is a dot in it): {file}',
  ],
  formsDiffer: [
    '様式の違うシート（{forms}）は一つのファイルにまとめられません。--out にフォルダー名を書くか、--form で様式を一つ指定してください: {file}',
    'sheets of several forms ({forms}) cannot be in one file; name a folder with --out, or one form with --form: {file}',
  ],
  leftOut: [
    'エラー: {errors} 件。取り込んでいない・入れていないと上に示した値は、書き出したものに入っていません',
    'errors: {errors}; values said above to be left out are not in what was written',
  ],
  unreadLeftOut: [
    '読めなかったと上に示したファイルやシートと、取り込んでいない・入れていないと示した値は、書き出したものに入っていません',
    'files and sheets said above not to be readable, and values said to be left out, are not in what was written',
  ],
  boxless: [
    'エラー: {errors} 件。入れる欄がないと上に示した値は、様式に記入して書き出したものに入っていません',
    'errors: {errors}; values said above to have no box are not in the forms that were filled',
  ],
  bookOutNeeded: [
    '冊子を書き出す先を --out で指定してください（例: --out booklet.pdf）',
    'name a place for the booklet with --out (for example --out booklet.pdf)',
  ],
  bookEmpty: [
    '冊子にできるシートがありません。上の指摘を直すか、別のファイルを指定してください',
    'there is no sheet to make a booklet of; see to what is said above, or name other files',
  ],
  bookMixed: [
    '冊子にできるのは、一つの様式のシートだけです（{forms}）。ほかの様式のファイル（たとえば {file}）を外してください',
    'a booklet holds sheets of one form ({forms}); leave out the files of the other, such as {file}',
  ],
  bindingUnfit: [
    '--binding には、とじしろの幅を 0 から {widest} までのミリメートルで書いてください',
    '--binding takes the width of the binding margin, 0 to {widest} millimetres',
  ],
  commandNeeded: [
    'コマンドを書いてください: convert, check, show, book, form, schema（説明は --help）',
    'name a command: convert, check, show, book, form, schema (see --help)',
  ],
  formVerbNeeded: ['form show か form check と書いてください', 'write form show or form check'],
  formatUnknown: [
    '書き出せない形式です: {format}（選べるのは {known}）',
    'this format cannot be written: {format} (there are {known})',
  ],
  toNeeded: ['書き出す形式を --to で指定してください', 'name a format to write with --to'],
  formUnusable: ['様式として使えません: {file}', 'cannot be used as a form: {file}'],
  formFaulty: [
    '様式に誤りがあるので使いません: {file}。直してから、もう一度実行してください（form check {file} で確かめられます）',
    'the form has faults, and is not used: {file}; put it right first (form check {file} tells whether it is)',
  ],
  formNotWorkbook: [
    '様式は Excel のブック（.xlsx）でなければなりません: {file}',
    'a form must be an Excel workbook (.xlsx): {file}',
  ],
  formMissing: [
    '様式「{form}」はありません。あるのは: {known}',
    'there is no form "{form}"; there are: {known}',
  ],
  dateInvalid: [
    '--as-of には、2014-04-30 のような形で、実際にある日付を書いてください: {date}',
    '--as-of takes a day that there is, written as 2014-04-30: {date}',
  ],
  placeUnfit: [
    '--place には「欄=場所」を書いてください（例: --place schedule.0.target=13:4、欄に入れないものは --place -=13:4）: {words}',
    '--place takes BOX=ADDRESS, such as schedule.0.target=13:4, or -=13:4 for what belongs in no box: {words}',
  ],
  placeLineUnfit: [
    '一行に、ファイル・場所・欄の三つをタブで区切って書いてください: {words}',
    'a line is a file, an address and a box, with tabs between them: {words}',
  ],
  addressUnfit: [
    '場所は、テキストなら 13:4（13 行目の、左から 4 番目）、ブックなら F17 か ワークシート名!F17 と書いてください: {words}',
    'an address is 13:4 in a text (line 13, field 4), F17 or WORKSHEET!F17 in a workbook: {words}',
  ],
  pathUnknown: [
    'どの様式にもない欄です: {path}（{words}）。form show で欄の名前を見られます。リストの項目は schedule.0.target のように 0 から数えます',
    'no form has the box {path} ({words}); form show prints the boxes, and items of a list count from 0: schedule.0.target',
  ],
  placeInputsAbsent: [
    '--placements のファイルにあって、今回は読まないファイル: {files}',
    'in the file of --placements, but not among the inputs: {files}',
  ],
  placeInputUnclear: [
    '読むファイルが二つ以上あるので、どのファイルの場所か分かりません。--placements のファイルに、ファイル名を添えて書いてください: {words}',
    'there is more than one input, and this may be about any; give --placements a file that names it: {words}',
  ],
  progress: [
    '{done}/{total} ファイル（毎秒 {rate}）、指摘 {problems}',
    '{done} of {total} files ({rate} a second), problems: {problems}',
  ],
  progressLeft: ['、あと {time}', ', {time} left'],
  stopping: [
    '中断します。書き出し中のファイルが終わるまでお待ちください（もう一度 Ctrl-C を押すと、書き出さずに止まります）',
    'stopping once the files at hand are done (Ctrl-C again stops without writing them)',
  ],
  stopped: [
    '中断しました: 済んだ入力 {done}、まだの入力 {rest}',
    'stopped: inputs done {done}, not done {rest}',
  ],
  reportSkipped: [
    '途中で止めたので、報告は書き出していません: {file}',
    'stopped on the way, so no report was written: {file}',
  ],
  unchanged: [
    '変わっていないので、前回のままにした入力: {count}（--force で、すべてやり直します）',
    'inputs left as they were, nothing having changed: {count} (--force does all again)',
  ],
  replaced: [
    '{file} は、前に {before} から作ったファイルでした。今回、{source} のもので上書きしました。両方を残すには、別のフォルダーに書き出してください',
    '{file} was made of {before} before, and was written over with what {source} came to; to have both, write them to two folders',
  ],
  leftOver: [
    '前に書き出したものが残っています。今の入力からは書き出されません: {file}',
    'still there from an earlier run, though no input makes it any more: {file}',
  ],
  ledgerBlocked: [
    '何を書き出したかの記録を残せません（{reason}）。今回したことは、次の実行でもう一度することがあります',
    'what was done cannot be noted ({reason}); the next run may do again what this one did',
  ],
  watching: [
    '入力が変わるのを待っています（Ctrl-C で終わり）',
    'waiting for changes of the inputs (Ctrl-C ends)',
  ],
  watchInput: ['--watch は標準入力（-）と一緒には使えません', '--watch does not go with standard input (-)'],
  reportUnfit: [
    '--report には、{endings} で終わるファイル名を書いてください: {file}',
    '--report takes the name of a file that ends in {endings}: {file}',
  ],
  jobsUnfit: [
    '--jobs には 1 から {most} までの整数を書いてください',
    '--jobs takes a whole number from 1 to {most}',
  ],
  written: ['書き出しました: {file}', 'wrote {file}'],
  writtenAs: ['書き出しました: {file}（様式: {form}）', 'wrote {file} (form: {form})'],
  formsUsed: ['様式: {forms}', 'forms: {forms}'],
  summary: [
    '{files} ファイル、{sheets} シート: エラー {errors}、警告 {warnings}、参考 {infos}、読めないもの {failed}',
    'files: {files}, sheets: {sheets}, errors: {errors}, warnings: {warnings}, infos: {infos}, unreadable: {failed}',
  ],
  formSound: ['{file}: 様式として使えます', '{file}: can be used as a form'],
  commandUnknown: [
    'そのようなコマンドはありません: %s（あるのは convert, check, show, book, form, schema。説明は --help）',
    'there is no such command: %s (there are convert, check, show, book, form, schema; see --help)',
  ],
  optionUnknown: [
    'そのような指定はできません: %s（使えるものは --help で見られます）',
    'this is not understood: %s (see --help for what is)',
  ],
  formVerbUnknown: ['form の後に書けるのは show か check です: %s', 'behind form comes show or check: %s'],
  wordExtra: ['余分な語があります: %s（説明は --help）', 'one word too many: %s (see --help)'],
  wordMissing: [
    'コマンドの後にファイルの名前が要ります（今 %s 個、%s 個以上。説明は --help）',
    'the name of a file is missing behind the command (%s given, at least %s needed; see --help)',
  ],
  valueMissing: ['--%s の後に値を書いてください（説明は --help）', 'write a value behind --%s (see --help)'],
  optionRepeated: [
    '{option} を二度書くことはできません（説明は --help）',
    '{option} can be given only once (see --help)',
  ],
  optionEmpty: ['{option} の値が空です（説明は --help）', '{option} is given without a value (see --help)'],
  quoteOpen: [
    '名前の中に " があります。"C:\\シート\\" のような書き方は、終わりの \\ を取って "C:\\シート" としてください: {name}',
    'there is a quotation mark in a name; write "C:\\sheets" for "C:\\sheets\\", without the \\ at its end: {name}',
  ],
  valuesUnfit: ['書けない値があります:', 'a value does not fit:'],
  choiceUnfit: ['--%s に %s は書けません（選べるのは %s）', '--%s cannot be %s (there are %s)'],
  unexpected: [
    'プログラムの誤りで止まりました（{reason}）。書き出したと上に示したファイルのほかは、書き出していません',
    'the program failed ({reason}); nothing was written but what is named above',
  ],

  usage: [
    '改革シートを読み、点検し、市の様式の PDF・Excel にします',
    'Reads reform sheets, checks them, and writes them in the form of the city',
  ],
  convert: ['シートを別の形式で書き出す', 'write sheets in other formats'],
  check: ['シートを点検する', 'check sheets'],
  show: [
    'どう読み取ったかを、入力の表と並べて示す',
    'show how a sheet was read, beside the input as it was found',
  ],
  book: [
    'シートをまとめて、表紙・目次・総括表・索引の付いた一冊にする',
    'bind sheets into one booklet with cover, contents, summary tables and index',
  ],
  bookTo: [
    '書き出す形式（くり返し、またはカンマ区切り。csv は一行一件のデータ）',
    'format to write (repeat, or separate by commas); csv is tidy data',
  ],
  bookOut: ['書き出すファイルまたはフォルダー', 'file or folder to write to'],
  bookTitle: ['表紙の題名。省けば様式の題名', "title on the cover; without it, the form's"],
  subtitle: ['表紙の副題', 'subtitle on the cover'],
  issuer: ['発行者の名前', 'who publishes it'],
  binding: ['左のとじしろの幅（ミリメートル）', 'binding margin on the left, in millimetres'],
  duplex: [
    '両面印刷用に、偶数ページのとじしろを右にする',
    'for printing on both sides: binding margin on the right of even pages',
  ],
  exampleBook: ['フォルダーのシートを一冊の PDF にする', 'bind a folder of sheets into one PDF'],
  form: ['様式のブックを示す・点検する', 'show or check a form workbook'],
  formShow: ['様式の中身をテキストで示す', 'print a form as text'],
  formCheck: ['様式の誤りを示す', 'report the faults of a form'],
  schema: ['データ形式の JSON Schema を示す', 'print the JSON Schema of the model'],
  input: [
    'ファイル、フォルダー、*.xlsx のような指定、または -（標準入力）',
    'files, folders, globs, or - for standard input',
  ],
  to: ['書き出す形式（くり返し、またはカンマ区切り）', 'format to write (repeat, or separate by commas)'],
  out: [
    '書き出す先。フォルダー名なら1シートごとに1ファイル、ファイル名ならすべてのシートを1つのファイルに',
    'where to write: a folder for a file of each sheet, or one file for all sheets',
  ],
  html: [
    'ブラウザーで見て印刷できるページ（HTML）にする',
    'as a page to be read in a browser or printed (HTML)',
  ],
  pageOut: [
    'ページを書き出すファイル（.html）またはフォルダー',
    'file (.html) or folder to write the page to',
  ],
  full: [
    '長い文章も省かずに示す（ページではいつも省きません）',
    'long texts in full (a page has them so always)',
  ],
  formOption: [
    '様式のブック（.xlsx）または様式の ID。省けば最も合うものを選ぶ',
    'form workbook (.xlsx) or the id of a form; without it the closest is taken',
  ],
  encoding: [
    '入力のテキストの文字コード。省けば中身から判断する',
    'encoding of text input; without it, found from the bytes',
  ],
  password: ['入力のブックを開くパスワード', 'password that opens a locked workbook'],
  place: [
    '文字の行き先の指定。欄=場所（くり返し可。例: schedule.0.target=13:4、欄に入れないものは -=13:4）',
    'where a text belongs, BOX=ADDRESS (repeatable): schedule.0.target=13:4; -=13:4 is in no box',
  ],
  placements: [
    '行き先の指定を並べたファイル（一行に、ファイル・場所・欄をタブで区切る）',
    'file of such placements, a line each: file, address and box, with tabs between them',
  ],
  outEncoding: [
    '書き出すテキストの文字コード（省けば utf-8、csv は utf-8-bom。Excel で開くなら utf-8-bom か utf-16le）',
    'encoding of text output (without it utf-8, for csv utf-8-bom; utf-8-bom or utf-16le for Excel)',
  ],
  jobs: [
    '同時に進める仕事の数（64 まで。1 なら一つずつ）。省けばファイルの数から決める',
    'how much is done at a time, up to 64 (1: one after the other); without it, by the number of files',
  ],
  force: [
    '前回から変わっていない入力も、やり直す',
    'do inputs again that have not changed since the last run',
  ],
  watch: [
    '入力が変わるたびに、変わったものをやり直す（Ctrl-C で終わり）',
    'do again what changes, each time that it does (Ctrl-C ends)',
  ],
  reportTo: [
    'ファイルごと・部署ごとの報告を書き出すファイル（.html、.csv、.json）',
    'file for a report by file and by division (.html, .csv or .json)',
  ],
  exampleReport: [
    'フォルダーのシートを PDF にし、部署ごとの報告を作る',
    'make PDFs of a folder of sheets, and a report by division',
  ],
  asOf: [
    '点検の基準日（2014-04-30）。省けば記入のある最後の時期',
    'the day to check for (2014-04-30); without it, the latest phase with any content',
  ],
  strict: ['警告があっても終了コードを 1 にする', 'exit with 1 on warnings too'],
  format: ['結果の形式', 'format of the report'],
  lang: ['表示の言語', 'language of messages'],
  formFile: ['様式のブック（.xlsx）または様式の ID', 'form workbook (.xlsx) or the id of a form'],
  exampleConvert: [
    'PDF と Excel を out フォルダーに書き出す',
    'write a PDF and a workbook into the folder out',
  ],
  exampleJoin: [
    'フォルダーのシートを、1シート1ワークシートの一つのブックにする',
    'make one workbook of a folder, with a worksheet for each sheet',
  ],
  exampleShow: ['読み取りの確認のページを作る', 'make a page that shows how it was read'],
  exampleCheck: ['フォルダーのシートを 10 月時点で点検する', 'check a folder of sheets as of October'],
} as const satisfies Words;

export type Say = Speech<keyof typeof WORDS>;

/** The words in a language. */
export function wordsIn(language: Language): Say {
  return speechOf(WORDS, language);
}
