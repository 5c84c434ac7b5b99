/** The words of every diagnostic, in Japanese and English; docs/diagnostics.md is made from this table. */
import type { Severity } from './diagnostic.ts';

/**
 * `{name}` in a text is replaced by the finding's value of that name, a box by the words that lead to it; `{namePath}`
 * by the box's path, `{address}` by the place of the finding as `--place` takes it.
 */
interface Words {
  readonly message: string;
  readonly hint?: string;
  /** What the finding's `reason` is called, where `{reason}` stands in the message. */
  readonly reasons?: Readonly<Record<string, string>>;
}

interface Entry {
  readonly severity: Severity;
  /** True for an error that says of a text of the input that it is not taken in, or not written. */
  readonly leavesOut?: true;
  readonly ja: Words;
  readonly en: Words;
}

export const messages: Readonly<Record<string, Entry>> = {
  // Reading an input.
  'input-empty': {
    severity: 'error',
    ja: { message: 'ファイルに何も書かれていません', hint: '元のファイルを開いて、保存し直してください' },
    en: { message: 'there is nothing in the file', hint: 'open the original and save it again' },
  },
  'format-unknown': {
    severity: 'error',
    ja: {
      message: 'テキストでも表計算のブックでもないファイルです',
      hint: 'Excel などで開けるものなら、.xlsx で保存し直してください。画像や Word の文書などは読めません',
    },
    en: {
      message: 'this is neither text nor a workbook',
      hint: 'if Excel opens it, save it as .xlsx; a picture, a Word document and the like cannot be read',
    },
  },
  'encoding-unknown': {
    severity: 'error',
    ja: {
      message: '文字コードが分かりません',
      hint: '分かっていれば --encoding で指定するか、UTF-8 で保存し直してください',
    },
    en: {
      message: 'the encoding of the text is unknown',
      hint: 'name it with --encoding if you know it, or save the text again as UTF-8',
    },
  },
  'encoding-unfit': {
    severity: 'error',
    ja: {
      message: '{asked} としては読めない文字が {count} か所あります。{found} のようです',
      hint: '--encoding を付けずに読むか、--encoding {option} と指定してください',
    },
    en: {
      message: '{count} characters cannot be read as {asked}; the text seems to be {found}',
      hint: 'leave out --encoding, or say --encoding {option}',
    },
  },
  'encoding-found': {
    severity: 'info',
    ja: {
      message: '文字コードを {encoding} とみて読みました',
      hint: '文字が化けていれば、--encoding で正しい文字コードを指定してください',
    },
    en: {
      message: 'the text was read as {encoding}',
      hint: 'if the words make no sense, name the right encoding with --encoding',
    },
  },
  'character-lost': {
    severity: 'error',
    ja: {
      message: '文字として読めないところが {count} か所あります（「{text}」の〓の位置）',
      hint: '元のファイルで文字を確かめて直すか、--encoding で正しい文字コードを指定してください',
    },
    en: {
      message: '{count} characters cannot be read (where 〓 stands in "{text}")',
      hint: 'look them up in the original, or name the right encoding with --encoding',
    },
  },
  'character-mended': {
    severity: 'info',
    ja: { message: 'この行の見えない文字や形の似た別の文字を、ふつうの文字として読みました（{characters}）' },
    en: {
      message: 'invisible characters and look-alikes in this row were read as plain ones ({characters})',
    },
  },
  'gaiji-found': {
    severity: 'warning',
    ja: {
      message: '外字 {characters} があります。ほかのパソコンでは別の字に見えるか、見えません',
      hint: '標準の文字に置き換えてください',
    },
    en: {
      message: 'private characters ({characters}): other computers show them differently, or not at all',
      hint: 'use a standard character instead',
    },
  },
  'value-error': {
    severity: 'error',
    ja: {
      message: '数式のエラー「{text}」が値になっています',
      hint: '元のブックで数式を直すか、値を入力してください',
    },
    en: {
      message: 'the value is the error {text} of a formula',
      hint: 'correct the formula in the workbook, or type the value',
    },
  },
  'format-unread': {
    severity: 'warning',
    ja: {
      message: '表示形式「{format}」の表し方が分からないので、もとの値「{text}」のまま読みました',
      hint: '見えているとおりの文字で入力し直すか、表示形式を「標準」か「数値」にしてください',
    },
    en: {
      message: 'the number format {format} is not known; the value itself was read, {text}',
      hint: 'type it as the text that is to be seen, or give the cell a plain format',
    },
  },
  'formula-uncalculated': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: 'この行に、計算結果のない数式が {cells} 個あります。空欄として読みました',
      hint: '元のブックを Excel で開いて上書き保存すると、計算されます',
    },
    en: {
      message: 'formulas in this row have no result ({cells}); read as empty',
      hint: 'open the workbook in Excel and save it, and they will be worked out',
    },
  },
  'formula-stale': {
    severity: 'warning',
    ja: {
      message:
        '数式で計算した値が {cells} 個ありますが、計算し直されていないブックなので、古いか誤っているかもしれません',
      hint: '元のブックを Excel で開いて上書き保存すると、計算し直されます',
    },
    en: {
      message:
        'values come from formulas ({cells}), which this workbook says are to be worked out anew: they may be old or wrong',
      hint: 'open the workbook in Excel and save it, and they will be worked out',
    },
  },
  'text-covered': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '結合されたセル {range} の下に、見えない文字「{texts}」があります。取り込んでいません',
      hint: 'Excel でセルの結合を解除すると見えます。要るなら結合したセルに入力し、要らないなら消してください',
    },
    en: {
      message: 'the merged cell {range} covers text that cannot be seen, "{texts}"; it was not taken in',
      hint: 'unmerge the cell in Excel to see it: type it into the merged cell if it is needed, else delete it',
    },
  },
  'text-struck': {
    severity: 'warning',
    ja: {
      message: '取り消し線のある文字も読みました:「{text}」',
      hint: '消したものなら、元のファイルから文字を削ってください。残すものなら、取り消し線を外してください',
    },
    en: {
      message: 'words that are struck through were read as well: "{text}"',
      hint: 'delete them where they are meant to go, or take the line off them where they are to stay',
    },
  },
  'zero-dropped': {
    severity: 'info',
    ja: { message: '空のセルを参照する数式の 0 なので、空欄として読みました' },
    en: { message: 'this 0 comes from a formula that refers to an empty cell; read as empty' },
  },
  'zero-hidden': {
    severity: 'info',
    ja: {
      message: 'この行に、0 の見えないセルが {cells} 個あります。見えているとおり、空欄として読みました',
      hint: '0 も値なら、0 の見える表示形式にしてください',
    },
    en: {
      message: 'the 0 of some cells in this row is not shown ({cells}); read as empty, as it looks',
      hint: 'where a 0 is meant, give the cell a format that shows it',
    },
  },
  'cell-hidden': {
    severity: 'warning',
    ja: {
      message: '表示形式のために見えない「{text}」も読みました',
      hint: '要る値なら見える表示形式にし、要らないなら消してください',
    },
    en: {
      message: 'what the format of this cell hides was read too: "{text}"',
      hint: 'give it a format that shows it if it is needed, else delete it',
    },
  },
  'row-hidden': {
    severity: 'info',
    ja: { message: '非表示の行（{range}）の文字も読みました' },
    en: { message: 'the text of hidden rows ({range}) was read too' },
  },
  'column-hidden': {
    severity: 'info',
    ja: { message: '非表示の列（{range}）の文字も読みました' },
    en: { message: 'the text of hidden columns ({range}) was read too' },
  },
  'worksheet-hidden': {
    severity: 'info',
    ja: { message: 'ワークシート「{sheet}」は非表示ですが、読みました' },
    en: { message: 'the worksheet "{sheet}" is hidden; it was read' },
  },
  'shape-passed': {
    severity: 'warning',
    ja: {
      message: '図形の中の文「{text}」は取り込んでいません',
      hint: 'シートの値なら、セルに移してください。値でなければ、このままで構いません',
    },
    en: {
      message: 'the text of a shape, "{text}", was not taken in',
      hint: 'if it belongs to the sheet, move it into a cell; else leave it so',
    },
  },
  'comment-passed': {
    severity: 'warning',
    ja: {
      message: 'セルのコメント「{text}」は取り込んでいません',
      hint: 'シートの値なら、セルに移してください。値でなければ、このままで構いません',
    },
    en: {
      message: 'the comment on a cell, "{text}", was not taken in',
      hint: 'if it belongs to the sheet, move it into a cell; else leave it so',
    },
  },
  'macros-dropped': {
    severity: 'info',
    ja: { message: 'マクロの入ったブックです。マクロは読まず、書き出しもしません' },
    en: { message: 'the workbook has macros; they are neither read nor written' },
  },
  'password-needed': {
    severity: 'error',
    ja: {
      message: 'パスワードのかかったブックです',
      hint: '--password でパスワードを指定するか、パスワードを外して保存し直してください',
    },
    en: {
      message: 'the workbook is locked with a password',
      hint: 'give it with --password, or save the workbook without one',
    },
  },
  'password-wrong': {
    severity: 'error',
    ja: {
      message: '指定のパスワードではブックを開けません',
      hint: 'パスワードを確かめてください。正しければ、Excel で開いてパスワードを外してください',
    },
    en: {
      message: 'the workbook does not open with this password',
      hint: 'check the password; if it is right, open the workbook in Excel and save it without one',
    },
  },
  'pdf-foreign': {
    severity: 'error',
    ja: {
      message: 'シートのデータが付いていない PDF なので、中身を正しく読み取れません',
      hint: '元の Excel かテキストのファイルを使ってください（読み戻せる PDF は、このプログラムが書き出したものだけです）',
    },
    en: {
      message: 'this PDF carries no sheet as data, and its text cannot be placed reliably',
      hint: 'use the Excel or text file that it was made from; only PDFs of this program can be read back',
    },
  },
  'pdf-rewritten': {
    severity: 'warning',
    ja: {
      message:
        '書き出したときのままの PDF ではありません。読んだのは添付のデータで、ページに見えるものと違っているかもしれません',
      hint: 'PDF をつないだり、ページや注釈を加えたりしたものなら、元の PDF を一つずつ使ってください',
    },
    en: {
      message:
        'this PDF is not as it was written; what was read is the attached data, and the pages may show something else',
      hint: 'if PDFs were joined, or pages or notes were added, use each of the original PDFs',
    },
  },
  'json-invalid': {
    severity: 'error',
    ja: {
      message: 'JSON として読めません（{reason}）',
      hint: 'この位置でコンマ、かっこ、引用符が抜けていないか、途中で切れていないか確かめてください',
      reasons: {
        InvalidSymbol: 'JSON では使えない語があります',
        InvalidNumberFormat: '数の書き方が違います',
        PropertyNameExpected: 'キーがありません',
        ValueExpected: '値がありません',
        ColonExpected: 'コロンがありません',
        CommaExpected: 'コンマがありません',
        CloseBraceExpected: '波かっこが閉じていません',
        CloseBracketExpected: '角かっこが閉じていません',
        EndOfFileExpected: '終わったあとに続きがあります',
        InvalidCommentToken: 'コメントがあります',
        UnexpectedEndOfComment: 'コメントが閉じていません',
        UnexpectedEndOfString: '引用符が閉じていません',
        UnexpectedEndOfNumber: '数が途中で終わっています',
        InvalidUnicode: '文字の番号が4桁の16進数ではありません',
        InvalidEscapeCharacter: '逆斜線の後に書けない文字があります',
        InvalidCharacter: '引用符の中に制御文字があります',
      },
    },
    en: {
      message: 'this is no valid JSON ({reason})',
      hint: 'see whether a comma, bracket or quote is missing there, or whether it is cut off',
      reasons: {
        InvalidSymbol: 'a word that JSON does not have',
        InvalidNumberFormat: 'a number that is written wrongly',
        PropertyNameExpected: 'a key is missing',
        ValueExpected: 'a value is missing',
        ColonExpected: 'a colon is missing',
        CommaExpected: 'a comma is missing',
        CloseBraceExpected: 'a brace is not closed',
        CloseBracketExpected: 'a bracket is not closed',
        EndOfFileExpected: 'there is more behind its end',
        InvalidCommentToken: 'a comment',
        UnexpectedEndOfComment: 'a comment is not closed',
        UnexpectedEndOfString: 'a quote is not closed',
        UnexpectedEndOfNumber: 'a number is cut off',
        InvalidUnicode: 'the number of a character is not four digits',
        InvalidEscapeCharacter: 'a backslash before a character that takes none',
        InvalidCharacter: 'a control character within quotes',
      },
    },
  },
  'key-repeated': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: 'JSON のキー「{key}」が同じところに二つ以上あります。最後の値だけを読みました',
      hint: '正しい値を残し、ほかのキーは消すか、正しいつづりに直してください',
    },
    en: {
      message: 'the JSON key "{key}" stands here more than once; only the last value was read',
      hint: 'keep the right value, and delete the other keys or correct their spelling',
    },
  },
  'workbook-unreadable': {
    severity: 'error',
    ja: {
      message: 'ブックとして開けません（{reason}）',
      hint: 'Excel などで開けるか確かめ、開けたら .xlsx で保存し直してください',
      reasons: {
        other: '別の種類の文書です',
        empty: 'ワークシートがありません',
        damaged: '壊れているか、途中で切れています',
        locked: 'パスワードのかかった OpenDocument は開けません',
        binary: 'Excel バイナリ ブック（.xlsb）です',
      },
    },
    en: {
      message: 'this cannot be opened as a workbook ({reason})',
      hint: 'see whether Excel or the like opens it; if so, save it again as .xlsx',
      reasons: {
        other: 'it is a document of another kind',
        empty: 'it has no worksheet',
        damaged: 'it is damaged or cut off',
        locked: 'an OpenDocument file with a password cannot be opened',
        binary: 'it is an Excel Binary Workbook, .xlsb',
      },
    },
  },
  'input-too-large': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '大きすぎるので読みませんでした（{reason}）',
      hint: '要らない部分を除くか、シートごとのファイルに分けて、保存し直してください',
      reasons: {
        file: 'ファイルが {most} MB を超えています',
        text: 'テキストのファイルが {most} MB を超えています',
        fields: '欄が {most} 個を超えています',
        values: 'JSON の値が {most} 個を超えています',
        sheets: 'シートが {most} 枚を超えています',
        depth: 'JSON の入れ子が {most} 段を超えています',
        records: '中の記録が {most} 個を超えています',
        cells: 'ブック全体のセルが {most} 個を超えています',
        strings: 'ブック全体の文字列が {most} 個を超えています',
        fileRows:
          'このワークシートまでで、様式に似たワークシートの文字のある行が、合わせて {most} 行を超えます',
        fileCells:
          'このワークシートまでで、様式に似たワークシートの文字のあるセルが、合わせて {most} 個を超えます',
      },
    },
    en: {
      message: 'this is too large and was not read ({reason})',
      hint: 'take out what is not needed, or save each sheet as a file of its own',
      reasons: {
        file: 'a file of more than {most} MB',
        text: 'a file of text of more than {most} MB',
        fields: 'more than {most} fields',
        values: 'more than {most} JSON values',
        sheets: 'more than {most} sheets',
        depth: 'JSON nested more than {most} deep',
        records: 'more than {most} records in it',
        cells: 'more than {most} cells in the workbook',
        strings: 'more than {most} texts in the workbook',
        fileRows: 'with this worksheet, those like a form have more than {most} rows with text',
        fileCells: 'with this worksheet, those like a form have more than {most} cells with text',
      },
    },
  },
  'sheet-too-large': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: 'シートが大きすぎるので読みませんでした（{reason}）',
      hint: '様式のシートでなければ、このままで構いません。様式のシートなら、余分な行や列を削除してください。シートがいくつも続けて入っているなら、様式どおりでない行を直すか、何枚かずつのファイルに分けてください',
      reasons: {
        odd: 'この行が様式どおりではありません。これほど長いものは、すべて様式どおりのときだけ読みます',
        rows: '文字のある行が {most} 行を超えています',
        cells: '文字のあるセルが {most} 個を超えています',
        characters: '文字が合わせて {most} 字を超えています',
        row: 'この行だけで、文字のあるセルが {most} 個を超えています',
        cell: 'このセルだけで {most} 字を超えています',
        last: '{most} 行目より下に行があります',
        reach: '右端まで離れたセルのある行が多すぎます',
        merges: '結合されたセルが {most} 個を超えるか、広すぎます',
      },
    },
    en: {
      message: 'the sheet is too large and was not read ({reason})',
      hint: 'leave it so if it is no sheet of the form; else delete the rows and columns that it does not need; of many sheets below one another, mend the rows that are not as the form has them, or put a few in each file',
      reasons: {
        odd: 'this row is not as the form has it; what is so long is read only where all of it is',
        rows: 'more than {most} rows with text',
        cells: 'more than {most} cells with text',
        characters: 'more than {most} characters',
        row: 'more than {most} cells with text in this row',
        cell: 'more than {most} characters in this cell',
        last: 'it has rows below row {most}',
        reach: 'too many rows have cells far to the right',
        merges: 'more than {most} merged cells, or too wide ones',
      },
    },
  },
  'archive-damaged': {
    severity: 'error',
    ja: {
      message: 'ファイルが壊れています（{reason}）',
      hint: '元のファイルを取り直してください。ブックなら、Excel で開いて修復し、保存し直すこともできます',
      reasons: {
        directory: '途中で切れています',
        part: '中の「{part}」が元どおりに取り出せません',
        xml: '中の「{part}」が XML として読めません',
        string: 'このワークシートの {cell} の文字が、ブックの中にありません',
      },
    },
    en: {
      message: 'the file is damaged ({reason})',
      hint: 'get it once more; a workbook may also be repaired by Excel as it is opened, and saved again',
      reasons: {
        directory: 'it is cut off',
        part: 'its part "{part}" does not unpack to what was packed',
        xml: 'its part "{part}" is no XML',
        string: 'the text of cell {cell} of this worksheet is not in the workbook',
      },
    },
  },
  'archive-unsafe': {
    severity: 'error',
    ja: {
      message: '安全のため、このファイルは開きませんでした（{reason}）',
      hint: 'Excel が作るファイルにはないことです。どこから来たものか確かめ、信用できるものなら Excel で保存し直してください',
      reasons: {
        entries: '中に {most} 個を超える部品があります',
        encrypted: '中の「{part}」が暗号化されています',
        method: '中の「{part}」の圧縮方式が分かりません',
        path: '中の「{part}」がファイルの外を指しています',
        repeated: '中に「{part}」が二つあります',
        ratio: '中の「{part}」が {most} 倍を超えて膨らみます',
        unpacked: '中身が {most} MB を超えて膨らみます',
        size: '中の「{part}」の大きさが、目録にある大きさと違います',
        shared: '中の「{part}」が二枚のワークシートになっています',
        spins: 'パスワードを確かめる計算が {most} 回を超えています',
        entities: '中の「{part}」に文書型の宣言があります',
        depth: '中の「{part}」の入れ子が {most} 段を超えています',
        tag: '中の「{part}」に {most} MB を超えるタグがあります',
        tags: '中の「{part}」に {most} 個を超えるタグがあります',
        tree: '中の「{part}」が {most} MB を超えています',
      },
    },
    en: {
      message: 'the file was not opened, to be safe ({reason})',
      hint: 'Excel makes no such file: see where it comes from, and if that can be trusted, save it again in Excel',
      reasons: {
        entries: 'it has more than {most} parts',
        encrypted: 'its part "{part}" is encrypted',
        method: 'its part "{part}" is packed in an unknown way',
        path: 'its part "{part}" points outside of the file',
        repeated: 'it has two parts "{part}"',
        ratio: 'its part "{part}" unpacks to more than {most} times its size',
        unpacked: 'it unpacks to more than {most} MB',
        size: 'its part "{part}" has another size than its directory says',
        shared: 'its part "{part}" stands for two worksheets',
        spins: 'trying its password takes more than {most} rounds',
        entities: 'its part "{part}" declares a document type',
        depth: 'its part "{part}" nests more than {most} deep',
        tag: 'its part "{part}" has a tag of more than {most} MB',
        tags: 'its part "{part}" has more than {most} tags',
        tree: 'its part "{part}" has more than {most} MB',
      },
    },
  },
  'separator-found': {
    severity: 'info',
    ja: {
      message: 'タブとカンマの両方があり、{reason}を欄の区切りとみて読みました',
      hint: '欄の分かれ方が違っていれば、.xlsx で保存し直してください',
      reasons: { comma: 'カンマ', tab: 'タブ' },
    },
    en: {
      message: 'there are tabs and commas; the {reason} was taken to part the fields',
      hint: 'if the fields are wrong, save the sheet as .xlsx',
      reasons: { comma: 'comma', tab: 'tab' },
    },
  },
  'quote-open': {
    severity: 'warning',
    ja: {
      message: '引用符 " で始まる欄が閉じていません',
      hint: '欄の終わりに " を補うか、始めの " を除いてください',
    },
    en: {
      message: 'a field that starts with a quote " is not closed',
      hint: 'add the closing " or take the first one away',
    },
  },
  'row-rejoined': {
    severity: 'warning',
    ja: {
      message: 'セルの中の改行で行が切れていたので、つないで読みました（{rows} 行、最初はここ）',
      hint: '元の表と見比べてください。Excel から「テキスト（タブ区切り）」か .xlsx で保存すれば、行は切れません',
    },
    en: {
      message: 'line breaks in cells had cut rows apart; they were put together ({rows}, this is the first)',
      hint: 'compare them with the original; saved by Excel as tab-delimited text or .xlsx, rows stay whole',
    },
  },
  'row-broken': {
    severity: 'warning',
    ja: {
      message: 'セルの中の改行で、行が途中で切れているようです',
      hint: '改行のある欄が " で囲まれていません。元の表を Excel から「テキスト（タブ区切り）」か .xlsx で保存し直してください',
    },
    en: {
      message: 'rows seem to be cut apart by line breaks in cells',
      hint: 'such fields must stand between quotes "; save the original by Excel as tab-delimited text or .xlsx',
    },
  },
  'number-cut': {
    severity: 'warning',
    ja: {
      message:
        'この行は欄が多く、桁区切りのカンマで数が分かれたようです（{texts}）。この行の値は取り込んでいません',
      hint: '数を " で囲む（"1,200"）か、桁区切りのカンマを除いてください。Excel から保存し直せば囲まれます',
    },
    en: {
      message:
        'this row has too many fields; commas within numbers seem to have cut them ({texts}), and no value of the row was taken in',
      hint: 'put such numbers between quotes ("1,200"), as Excel does when it saves, or take their commas out',
    },
  },
  'form-unmatched': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message:
        'どの様式のシートにも見えません。最も近い「{form}」でも、見出しの {likeness}% しか見つかりません（{labels} など {missing} 個がありません）',
      hint: '正しいファイルか確かめてください。ほかの様式のシートなら、--form でその様式のブックを指定してください',
    },
    en: {
      message:
        'this looks like no known form; the nearest, "{form}", has {likeness}% of its labels here ({missing} are missing: {labels} ..)',
      hint: 'see whether it is the right file; if it is a sheet of another form, name the workbook of that form with --form',
    },
  },
  'form-ambiguous': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message:
        '「{one}」のシートとも「{other}」のシートとも見えるので、読み込んでいません（見出しの {likeness}% が見つかり、両者の差がほとんどありません）',
      hint: '--form でどちらの様式かを指定してください',
    },
    en: {
      message:
        'this may be a sheet of "{one}" or of "{other}", and was not read ({likeness}% of the labels are here, with next to no difference between the two)',
      hint: 'say with --form which of the two it is',
    },
  },
  'period-mismatch': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message:
        '見出しの年度（{headings}）が、最も近い様式「{form}」の年度ではありません。ほかの期のシートとみて、読み込んでいません',
      hint: '--form でその期の様式を指定してください。なければ、様式のブックの年度を書き換えて作れます',
    },
    en: {
      message:
        'the years of the headings ({headings}) are not those of the nearest form, "{form}"; this seems to be a sheet of another plan period and was not read',
      hint: 'name the form of that period with --form; where there is none, make it by rewriting the years of the form workbook',
    },
  },
  'form-unknown': {
    severity: 'error',
    ja: {
      message: '様式「{form}」のシートですが、その様式を読み込んでいません（読み込んだ様式: {known}）',
      hint: '--form でその様式のファイルを指定するか、ほかの様式を指定していれば --form を外してください',
    },
    en: {
      message: 'the sheet is of the form "{form}", which is not among those that were opened ({known})',
      hint: 'name the workbook of that form with --form, or leave --form out where it names another',
    },
  },
  'worksheet-passed': {
    severity: 'info',
    ja: {
      message:
        'ワークシート「{sheet}」は様式と異なるので読みませんでした（最も近い「{form}」の見出しが {likeness}% あります）',
    },
    en: {
      message:
        'the worksheet "{sheet}" is not of this form and was passed over ({likeness}% of the labels of the nearest, "{form}", are there)',
    },
  },
  'worksheet-unmatched': {
    severity: 'warning',
    ja: {
      message:
        'ワークシート「{sheet}」は様式「{form}」に似ています（見出しが {likeness}% あります）が、そのシートとは言えないので読みませんでした',
      hint: 'この様式の改革シートなら、消えた見出しや書き換えた見出しを直してください。ほかの様式のシートなら、--form でその様式のブックを指定してください。別の表なら、このままで構いません',
    },
    en: {
      message:
        'the worksheet "{sheet}" resembles the form "{form}" ({likeness}% of its labels are there), but not enough; it was not read',
      hint: 'if it is a sheet of this form, put back the labels that were deleted or reworded; if it is one of another form, name the workbook of that form with --form; if it is another table, leave it so',
    },
  },

  // Finding the boxes of the form in an input.
  'row-shifted': {
    severity: 'info',
    ja: {
      message:
        'この行は {cells} 個の欄が見出しの列からずれています（最初の欄で {columns} 列）。補正して読みました',
    },
    en: {
      message:
        'this row stands off its headings (cells: {cells}, columns at the first: {columns}); put right',
    },
  },
  'era-missing': {
    severity: 'info',
    ja: { message: '「{text}」に元号がありません。「{label}」として読みました' },
    en: { message: '"{text}" has no era; read as "{label}"' },
  },
  'html-removed': {
    severity: 'info',
    ja: { message: 'HTML タグの残りを {cells} 個の欄から取り除きました（文はそのままです）' },
    en: { message: 'HTML tags were left in this row (cells: {cells}); removed, the words are kept' },
  },
  'line-rebroken': {
    severity: 'info',
    ja: { message: '{cells} 個の欄で、空白に変わっていた改行を元に戻しました' },
    en: { message: 'line breaks had become spaces in this row (cells: {cells}); put back' },
  },
  'word-rejoined': {
    severity: 'info',
    ja: { message: '{cells} 個の欄で、途中で折り返された語をつなぎました' },
    en: { message: 'words were broken in this row (cells: {cells}); rejoined' },
  },
  'place-ambiguous': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '「{texts}」は「{one}」からとも「{other}」からとも読めるので、どこにも入れていません',
      hint: '元の用紙を見て、この行の空欄を補うか、この場所の文字の欄を指定してください: --place {onePath}={address} または --place {otherPath}={address}',
    },
    en: {
      message: '"{texts}" may begin at "{one}" or at "{other}"; it was put nowhere',
      hint: 'look at the original and put the empty cells of this row back, or say where the text at this place belongs: --place {onePath}={address} or --place {otherPath}={address}',
    },
  },
  'box-covered': {
    severity: 'error',
    ja: {
      message: '「{other}」の値として読んだ結合セル {range} が、「{box}」の欄にもかかっています',
      hint: 'Excel でセルの結合を解除し、それぞれの欄に入力してください。「{other}」だけの値なら、そのように指定してください: --place {otherPath}={address}',
    },
    en: {
      message: 'the merged cell {range}, read as "{other}", also covers the box "{box}"',
      hint: 'unmerge the cell in Excel and fill in each box; if the value is that of "{other}" alone, say so: --place {otherPath}={address}',
    },
  },
  'label-reworded': {
    severity: 'info',
    ja: { message: '「{text}」を見出し「{label}」として読みました' },
    en: { message: '"{text}" was read as the label "{label}"' },
  },
  'label-split': {
    severity: 'info',
    ja: { message: '二つに分かれた見出しをつないで読みました' },
    en: { message: 'a label split in two was read as one' },
  },
  'label-glued': {
    severity: 'info',
    ja: { message: '見出しと値が一つの欄に入っていたので、分けて読みました' },
    en: { message: 'a label and its value stood in one cell; read apart' },
  },
  'mark-left': {
    severity: 'info',
    ja: { message: 'この行の {cells} 個の欄に様式の印が残っています。空欄として読みました' },
    en: { message: 'marks of the form are left in boxes of this row ({cells}); read as empty' },
  },
  'heading-repeated': {
    severity: 'info',
    ja: { message: 'くり返された見出しの行（「{text}」から）は読み飛ばしました' },
    en: { message: 'a heading row shown once more (from "{text}") was passed over' },
  },
  'remark-passed': {
    severity: 'warning',
    ja: {
      message: '「{text}」は欄外の注とみて、取り込んでいません',
      hint: '値であれば、欄に移してください。値でなければ、--place -={address} と指定すると、警告は出なくなります',
    },
    en: {
      message: '"{text}" was taken for a remark and not taken in',
      hint: 'if it is a value, move it into its box; if not, --place -={address} says so',
    },
  },
  'sheet-repeated': {
    severity: 'warning',
    ja: { message: '同じ内容のシートが二度あります。一度だけ読みました' },
    en: { message: 'the same sheet stands here twice; it was read once' },
  },
  'number-repeated': {
    severity: 'warning',
    ja: {
      message: '番号 {number} のシートが {other} にもあります（{reason}）',
      hint: '番号を確かめ、要らない方を除いてください',
      reasons: { same: '中身も同じです', other: '中身は違います' },
    },
    en: {
      message: 'there is another sheet with the number {number} at {other} ({reason})',
      hint: 'check the number, and leave out the sheet that is not wanted',
      reasons: { same: 'it is the same sheet twice', other: 'it says something else' },
    },
  },
  'sheet-revised': {
    severity: 'warning',
    ja: {
      message: '番号 {number}「{title}」のシートが {other} にもあり、書いてあることが違います',
      hint: '同じ項目の新しい版と古い版のようです。使う方だけを残してください',
    },
    en: {
      message: 'there is another state of the sheet {number} "{title}" at {other}; they do not say the same',
      hint: 'one seems to be an older one: keep the sheet that is to be used',
    },
  },
  'numbers-missing': {
    severity: 'info',
    ja: {
      message: '番号 {missing} のシートがありません（{before} の次が {number}）',
      hint: '欠番でなければ、届いていないか、読めなかったシートがあります',
    },
    en: {
      message: 'there is no sheet with the number {missing} ({number} comes after {before})',
      hint: 'unless the number was never given, a sheet has not come in or could not be read',
    },
  },
  'text-unplaced': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '「{text}」がどの欄のものか分からないので、取り込んでいません',
      hint: '様式の欄に移すか、不要なら消してください。ファイルを直さずに --place 欄={address}（欄は schedule.0.target のような名前。form show で見られます）、欄に入れないものは --place -={address} と指定することもできます',
    },
    en: {
      message: 'there is no box for "{text}"; it was not taken in',
      hint: 'move it into a box of the form, or delete it; or leave the file as it is and say --place BOX={address} (a box is named as in schedule.0.target, see form show), or --place -={address} where it belongs in none',
    },
  },
  'heading-unfit': {
    severity: 'error',
    ja: {
      message: '見出し「{text}」は、様式のこの場所にあるはずの見出しと違います',
      hint: '消さずに、列の並びや年度が様式のとおりかを確かめ、元の用紙に合わせて見出しと値を直してください。見出しではなく値なら --place 欄={address}、欄に入れないものなら --place -={address} と指定してください',
    },
    en: {
      message: 'the heading "{text}" is not the one that the form has at this place',
      hint: 'do not delete it: see whether the columns stand in the order of the form and the years are those of the form, and put headings and values right by the original. If it is a value, say --place BOX={address}, or --place -={address} where it belongs in none',
    },
  },
  'value-unheaded': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message:
        '「{texts}」は、上に様式の見出し「{headings}」がなく、別の見出しがあるので、取り込んでいません',
      hint: '元の用紙で、値がどの見出しのものかを確かめてください。見出しの書き間違いなら見出しを直し、列の並びや年度が違うなら値も一緒に移してください',
    },
    en: {
      message: '"{texts}" stands below another heading than "{headings}" of the form; it was not taken in',
      hint: 'see in the original which headings the values belong to; put a mistyped heading right, and where columns stand in another order or are of other years, move the values along',
    },
  },
  'item-broken': {
    severity: 'warning',
    ja: {
      message: '「{text}」の項目は、{reason}。前か後の項目の続きかもしれません',
      hint: '1つの項目が2行に分かれているなら、1行にまとめてください',
      reasons: { alone: '文が1つしかありません', nameless: '初めの欄が空いています' },
    },
    en: {
      message: 'the item with "{text}" {reason}; it may be the rest of the one before or after',
      hint: 'if one item was broken over two rows, make it one row again',
      reasons: { alone: 'has this text only', nameless: 'has nothing in its first box' },
    },
  },
  'value-placed': {
    severity: 'info',
    ja: { message: '「{text}」を、指定のとおり「{box}」に入れました' },
    en: { message: '"{text}" was put in "{box}", as was said' },
  },
  'text-left-out': {
    severity: 'info',
    ja: { message: '「{text}」は、指定のとおり、どの欄にも入れていません' },
    en: { message: '"{text}" was put in no box, as was said' },
  },
  'placement-unmet': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '指定 {asked} のとおりにできません: {reason}',
      hint: '場所と欄を show の表示で確かめ、指定を直してください',
      reasons: {
        inputUnread: 'この入力には、行と列で読む表がありません',
        sheetMissing: 'そのようなワークシートは読んでいません',
        sheetsSeveral: 'ワークシートが二つ以上あります。「ワークシート名!番地」と書いてください',
        textMissing: 'そこに文字がありません',
        boxUnknown: 'この様式にその欄はありません。「{text}」は指定がないものとして読みました',
        boxesSeveral: '「{text}」に二つの欄が指定されています。指定がないものとして読みました',
        textsSeveral: '同じ欄に二つの文字が指定されています。「{text}」はどこにも入れていません',
        itemOther: 'その行は {at} にあたります。「{text}」はどこにも入れていません',
        itemMissing: 'その番号の項目がありません。「{text}」はどこにも入れていません',
        boxFilled: 'その欄には別の文字が入っています。「{text}」はどこにも入れていません',
      },
    },
    en: {
      message: '{asked} cannot be obeyed: {reason}',
      hint: 'see with show what stands where, and correct it',
      reasons: {
        inputUnread: 'the input has no table of rows and columns that was read',
        sheetMissing: 'no such worksheet was read',
        sheetsSeveral: 'there is more than one worksheet; write its name and ! before the address',
        textMissing: 'there is no text',
        boxUnknown: 'the form has no such box; "{text}" was read as if nothing had been said',
        boxesSeveral: 'there are two boxes for "{text}"; it was read as if nothing had been said',
        textsSeveral: 'there is another text for this box; "{text}" was put nowhere',
        itemOther: 'the row is that of {at}; "{text}" was put nowhere',
        itemMissing: 'there is no item of that number; "{text}" was put nowhere',
        boxFilled: 'another text is in this box; "{text}" was put nowhere',
      },
    },
  },
  'label-missing': {
    severity: 'warning',
    ja: {
      message: '見出し「{label}」が見つかりません',
      hint: '見出しを消したり書き換えたりしていないか確かめてください',
    },
    en: { message: 'the label "{label}" was not found', hint: 'see whether it was deleted or reworded' },
  },
  'block-lost': {
    severity: 'warning',
    ja: { message: '「{label}」の表が見つかりません', hint: '表の全体が抜けていないか確かめてください' },
    en: {
      message: 'the table "{label}" was not found',
      hint: 'see whether the whole table has been left out',
    },
  },

  // Writing.
  'box-missing': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message: '「{text}」を入れる欄が様式にありません',
      hint: '様式に印 {hole} の欄を加えてください。設定にない年度や期間なら、設定にも加えてください',
    },
    en: {
      message: 'the form has no box for "{text}"',
      hint: 'add a box with the mark {hole} to the form, and its year and period to the settings',
    },
  },

  'character-unmappable': {
    severity: 'error',
    ja: {
      message: '「{character}」は書き出す文字コードにないので、〓にしました',
      hint: '別の文字に替えるか、--out-encoding utf-8-bom で書き出してください',
    },
    en: {
      message: 'the encoding of the output has no {character}; written as 〓',
      hint: 'use another character, or write with --out-encoding utf-8-bom',
    },
  },

  'variant-dropped': {
    severity: 'warning',
    ja: {
      message:
        '「{character}」の字の形の指定（{code}）は書き出す文字コードにないので、ふつうの「{plain}」にしました',
      hint: '字の形まで残すには、--out-encoding utf-8-bom で書き出してください',
    },
    en: {
      message:
        'the encoding of the output cannot say which form of {character} is meant ({code}); written as {plain}',
      hint: 'to keep it, write with --out-encoding utf-8-bom',
    },
  },

  // A form workbook.
  'settings-missing': {
    severity: 'error',
    ja: { message: 'ワークシート「{sheet}」がありません', hint: '様式のブックに「{sheet}」を加えてください' },
    en: {
      message: 'there is no worksheet "{sheet}"',
      hint: 'add the worksheet "{sheet}" to the form workbook',
    },
  },
  'setting-missing': {
    severity: 'error',
    ja: { message: '設定に「{key}」がありません', hint: '「{key}」の行を加えてください' },
    en: { message: 'the settings have no "{key}"', hint: 'add a row "{key}"' },
  },
  'setting-invalid': {
    severity: 'error',
    ja: {
      message: '設定「{key}」の{reason}',
      hint: '{expected} のように書いてください',
      reasons: {
        unread: '「{value}」が読めません',
        repeated: '「{value}」は、ほかの行にもあります',
        empty: '行の、このセルが空です',
      },
    },
    en: {
      message: 'the setting "{key}" has {reason}',
      hint: 'write it like {expected}',
      reasons: {
        unread: '"{value}", which cannot be read',
        repeated: '"{value}", as another row has',
        empty: 'nothing in this cell',
      },
    },
  },
  'setting-unused': {
    severity: 'warning',
    ja: {
      message: '設定「{key}」は、決まった設定の名前でも、様式にある印の名前でもないので、使われません',
      hint: '綴りを確かめてください。要らなければ、この行を消してください',
    },
    en: {
      message: '"{key}" is neither the name of a setting nor that of a mark of the form, and is not used',
      hint: 'see to its spelling, or delete the row',
    },
  },
  'holes-missing': {
    severity: 'error',
    ja: { message: '様式に値の欄がありません', hint: '値の入る欄に {mark} のような印を書いてください' },
    en: { message: 'the form has no box for a value', hint: 'write a mark such as {mark} into each box' },
  },
  'hole-unknown': {
    severity: 'error',
    ja: {
      message: '印「{hole}」に当たる値はありません',
      hint: '綴りと、設定の年度・期間を確かめてください',
    },
    en: {
      message: 'no value is called "{hole}"',
      hint: 'see to the spelling, and to the years and periods of the settings',
    },
  },
  'mark-unreadable': {
    severity: 'error',
    ja: {
      message: '「{text}」の波かっこが印として読めません',
      hint: '名前を半角の波かっこで、間を空けずに囲んでください',
    },
    en: {
      message: 'the braces in "{text}" are no mark',
      hint: 'put the name of a box between half-width braces, without spaces',
    },
  },
  'formula-fixed': {
    severity: 'warning',
    ja: {
      message: 'この数式は計算し直されず、最後の計算結果「{text}」がいつもそのまま使われます',
      hint: '変わらない言葉なら、文字で入力し直してください。日付のように変わるものなら、消してください',
    },
    en: {
      message: 'this formula is not worked out again: its last result, "{text}", is always used as it stands',
      hint: 'type it as text if it does not change; delete it if it does, as a date would',
    },
  },
  'hole-repeated': {
    severity: 'error',
    ja: { message: '印「{hole}」が二つあります', hint: '一方を消してください' },
    en: { message: 'the mark "{hole}" stands twice', hint: 'delete one of them' },
  },
  'hole-unprinted': {
    severity: 'error',
    ja: {
      message:
        '印「{hole}」は、印刷されないところ（非表示の行や列、印刷範囲の外、または先頭でないワークシート）にあります',
      hint: '行や列を再表示するか、印刷範囲を広げるか、印を先頭のワークシートに移してください。使わない値なら、印を消してください',
    },
    en: {
      message:
        'the mark "{hole}" stands where nothing is printed: in a hidden row or column, outside the print area, or on another worksheet than the first',
      hint: 'show the row or column, widen the print area, or move the mark to the first worksheet; delete it if the value is not used',
    },
  },
  'holes-touching': {
    severity: 'error',
    ja: {
      message: '「{text}」の印の間に言葉がなく、読むときに分けられません',
      hint: '印の間に言葉か区切りを入れてください',
    },
    en: {
      message: 'nothing stands between the marks in "{text}", so that their values could not be told apart',
      hint: 'put words or a sign between them',
    },
  },
  'list-interrupted': {
    severity: 'error',
    ja: {
      message: '「{list}」の繰り返す行の中に「{hole}」があります',
      hint: 'この印を別の行に移してください',
    },
    en: {
      message: '"{hole}" stands among the repeated rows of "{list}"',
      hint: 'move the mark to another row',
    },
  },
  'row-unlabelled': {
    severity: 'error',
    ja: {
      message: '「{hole}」の行に様式の語がないので、上の「{list}」の行と見分けられません',
      hint: 'この行の左か、間の行に、見出しを書いてください',
    },
    en: {
      message:
        'the row of "{hole}" has no words of the form, so that nothing tells it from those of "{list}" above',
      hint: 'write a heading beside it, or into a row between',
    },
  },
  'path-unplaced': {
    severity: 'warning',
    ja: { message: '「{hole}」の欄が様式にありません', hint: '使わない値なら、このままで構いません' },
    en: { message: 'the form has no box for "{hole}"', hint: 'leave it so if the value is not used' },
  },
  'year-mismatch': {
    severity: 'error',
    ja: { message: '印「{hole}」の上の見出しは {year} 年度です', hint: '印か見出しの年度を直してください' },
    en: {
      message: 'the heading over "{hole}" says the year {year}',
      hint: 'correct the mark or the heading',
    },
  },
  'choice-unknown': {
    severity: 'warning',
    ja: {
      message: '{range} の選択肢「{word}」は設定にない語です',
      hint: '設定に加えるか、選択肢を直してください',
    },
    en: {
      message: 'the list in {range} offers "{word}", which the settings do not know',
      hint: 'add it to the settings, or correct the list',
    },
  },
  'label-unprinted': {
    severity: 'warning',
    ja: {
      message: '設定に「{label}」のほかの書き方がありますが、様式にその見出しがありません',
      hint: '様式に印刷されているとおりに書くか、この行を消してください',
    },
    en: {
      message: 'the settings have other spellings of "{label}", which is no label of the form',
      hint: 'write it as the form prints it, or delete this row',
    },
  },
  'spelling-ambiguous': {
    severity: 'error',
    ja: {
      message: '設定は「{spelling}」を「{label}」と読みますが、「{other}」とも読めます',
      hint: '見出しどうしの取り違えになるので、この書き方を消してください',
    },
    en: {
      message: 'the settings have "{spelling}" read as "{label}", but it may be "{other}" too',
      hint: 'delete this spelling: one label could be taken for the other',
    },
  },

  // Taking a record or JSON as a sheet.
  'path-unknown': {
    severity: 'warning',
    ja: {
      message: '様式の印「{path}」に当たる値はなく、「{text}」を取り込んでいません',
      hint: '様式の印の綴りを確かめてください（reform-sheet form check で調べられます）',
    },
    en: {
      message: 'no value is called "{path}", as a mark of the form says; "{text}" was not taken in',
      hint: 'see to the spelling of the mark (reform-sheet form check finds it)',
    },
  },
  'control-dropped': {
    severity: 'warning',
    ja: {
      message: '目に見えない制御文字を {count} 個取り除きました',
      hint: '前後の文字が欠けていないか確かめてください',
    },
    en: {
      message: 'invisible control characters were taken out: {count}',
      hint: 'see whether the text around them is whole',
    },
  },
  'line-joined': {
    severity: 'info',
    ja: { message: '1行で書く欄に改行があったので、「{text}」とつなげました' },
    en: { message: 'the line breaks in this one-line box were removed: "{text}"' },
  },
  'divisions-unread': {
    severity: 'warning',
    ja: {
      message: '区切りの記号「{text}」だけで、名前がありません',
      hint: '名前を1行に1つずつ書いてください',
    },
    en: { message: 'there are only separators, "{text}", and no name', hint: 'write one name on each line' },
  },
  'key-unknown': {
    severity: 'error',
    ja: {
      message: 'JSON のキー「{key}」はモデルにありません',
      hint: 'キーのつづりを確かめてください（一覧は reform-sheet schema で見られます）',
    },
    en: {
      message: 'the model has no key "{key}"',
      hint: 'check its spelling; reform-sheet schema prints all keys',
    },
  },
  'model-invalid': {
    severity: 'error',
    ja: {
      message: 'JSON の値がモデルの形に合いません（正しい形: {reason}）',
      hint: '値を直すか、キーがなければ加え、空欄ならキーごと消してください（形は reform-sheet schema で見られます）',
      reasons: {
        line: '空でなく、前後に空白がない、改行のない文字列',
        text: '空でなく、前後に空白や改行がない文字列。途中の改行は \\n',
        name: '区切りのない、ひとつの名前',
        plain: '制御文字を含まない文字列',
        other: '{expected}',
      },
    },
    en: {
      message: 'the value does not fit the model (expected: {reason})',
      hint: 'correct it, add the key where it is missing, or leave it out where the box is empty; reform-sheet schema prints the model',
      reasons: {
        line: 'a text in one line, not empty, without spaces at its ends',
        text: 'a text, not empty, without spaces or line breaks at its ends; lines end with \\n',
        name: 'one name, without separators',
        plain: 'a text without control characters',
        other: '{expected}',
      },
    },
  },

  // Checking a sheet: the head.
  'value-missing': {
    severity: 'error',
    ja: { message: '「{box}」が空欄です', hint: '記入してください' },
    en: { message: '{box} is empty', hint: 'fill it in' },
  },
  'block-missing': {
    severity: 'error',
    ja: {
      message: '「{box}」の欄が全部空欄です',
      hint: '元のファイルにあれば、写すときに抜けていないか確かめてください。なければ記入し、該当がなければ「－」としてください',
    },
    en: {
      message: 'every box of {box} is empty',
      hint: 'if the original has them filled, see where they were lost; else fill them in, or put a dash where nothing applies',
    },
  },
  'year-missing': {
    severity: 'warning',
    ja: {
      message: 'この年度のことはほかの欄に書かれていますが、「{box}」は全部の行で空欄です',
      hint: '元のファイルにあれば、写すときに抜けていないか確かめてください。なければ記入し、その年度に何もなければ「－」としてください',
    },
    en: {
      message: 'other boxes tell of this year, but {box} is empty in every row',
      hint: 'if the original has them filled, see where they were lost; else fill them in, or put a dash where the year has nothing',
    },
  },
  'lead-missing': {
    severity: 'warning',
    ja: {
      message: '名前が2つ以上ありますが、取りまとめ役の印「{mark}」がどれにも付いていません',
      hint: '取りまとめ役の名前に「{mark}」を付けてください',
    },
    en: {
      message: 'there are several names and none bears the mark of the lead, {mark}',
      hint: 'put {mark} after the name of the one that leads',
    },
  },
  'division-unclear': {
    severity: 'warning',
    ja: {
      message: '「{name}」は一つの名前として読みました。{reason}',
      hint: '1行に1つずつ書き、取りまとめ役にだけ印を付けてください',
      reasons: {
        several: '二つ以上の名前が続けて書いてあるようです',
        bracket: 'かっこの片方がありません',
        mark: '取りまとめ役の印（{mark}）が、印と読めないところにあります',
        sign: '取りまとめ役の印（{mark}）ではない記号が付いています',
      },
    },
    en: {
      message: '"{name}" was read as one name; {reason}',
      hint: 'write one name on each line, and put the mark at that of the lead only',
      reasons: {
        several: 'it seems to be several',
        bracket: 'it has one half of a pair of brackets',
        mark: 'the mark of the lead ({mark}) stands where it is not read as one',
        sign: 'there is a sign at it that is not the mark of the lead ({mark})',
      },
    },
  },
  'lead-several': {
    severity: 'warning',
    ja: {
      message: '取りまとめ役の印が2つ以上に付いています（{names}）',
      hint: '取りまとめ役を1つに決め、ほかの印を消してください',
    },
    en: {
      message: 'several names bear the mark of the lead ({names})',
      hint: 'keep the mark at one name and remove the others',
    },
  },

  // Checking a sheet: the tables by year.
  'actual-missing': {
    severity: 'error',
    ja: {
      message: '年度が終わり、「{other}」は記入されていますが、「{box}」が空欄です',
      hint: '記入してください。該当がなければ「－」としてください',
    },
    en: {
      message: 'the year is over and {other} is filled in, but {box} is empty',
      hint: 'fill it in, or put a dash where it does not apply',
    },
  },
  'plan-missing': {
    severity: 'warning',
    ja: {
      message: '「{box}」が空欄なのに、「{other}」は記入されています',
      hint: '列がずれていないか確かめ、はじめからなかったものなら「－」としてください',
    },
    en: {
      message: '{other} is filled in although {box} is empty',
      hint: 'see whether a column has slipped; put a dash where there was nothing to begin with',
    },
  },
  'target-missing': {
    severity: 'warning',
    ja: { message: '「{box}」が空欄です', hint: '目指すところを数か言葉で記入してください' },
    en: { message: '{box} is empty', hint: 'say in a number or in words what is aimed at' },
  },
  'bullets-differ': {
    severity: 'info',
    ja: {
      message: '「{other}」の箇条書きは {planned} 点、「{box}」は {done} 点です',
      hint: '1点ずつ対応しているか確かめてください',
    },
    en: {
      message: '{other} has a list of {planned}, {box} one of {done}',
      hint: 'see whether each point has its counterpart',
    },
  },
  'measure-mismatch': {
    severity: 'error',
    ja: {
      message: '「{box}」の文字は「{text}」ですが、{reason}',
      hint: '印刷されるのは文字です。数値と単位を文字のとおりにするか、文字を直してください',
      reasons: {
        differs: '数値・単位がそれと合いません',
        untyped: '表で数えるための値（value、unit、notApplicable）がありません',
      },
    },
    en: {
      message: 'the text of {box} is "{text}", {reason}',
      hint: 'the text is what is printed: give it the value and unit that it says, or correct the text',
      reasons: {
        differs: 'but its value or unit says something else',
        untyped: 'but it has no value, unit or notApplicable that tables could count',
      },
    },
  },
  'indicator-mixed': {
    severity: 'warning',
    ja: {
      message: 'ほかの欄は数なのに、「{box}」は言葉です（{text}）',
      hint: '列がずれていないか確かめ、数を記入してください。該当がなければ「－」としてください',
    },
    en: {
      message: '{box} has words, "{text}", where other cells of the row have numbers',
      hint: 'see whether a column has slipped; give a number, or a dash where none applies',
    },
  },
  'unit-mismatch': {
    severity: 'warning',
    ja: {
      message: '「{other}」の単位は「{otherUnit}」、「{box}」は「{unit}」です',
      hint: '単位をそろえてください',
    },
    en: {
      message: '{other} is in "{otherUnit}", {box} in "{unit}"',
      hint: 'use one unit for both',
    },
  },

  // Checking a sheet: the reports and reviews.
  'progress-missing': {
    severity: 'error',
    ja: {
      message: '期間が終わりましたが、「{box}」が空欄です',
      hint: '記入してください。該当がなければ「－」としてください',
    },
    en: {
      message: 'the period is over and {box} is empty',
      hint: 'fill it in, or put a dash where it does not apply',
    },
  },
  'status-missing': {
    severity: 'error',
    ja: {
      message: '報告はありますが、予定どおりか遅れかを示す語が「{box}」にありません',
      hint: '様式の語から選んで記入してください',
    },
    en: {
      message: 'the period has a report, but {box} does not say whether the work is on time',
      hint: 'choose one of the words of the form',
    },
  },
  'report-repeated': {
    severity: 'warning',
    ja: {
      message: '「{box}」の文が「{other}」とまったく同じです',
      hint: '写したまま直し忘れていないか確かめてください',
    },
    en: {
      message: '{box} is word for word the same as {other}',
      hint: 'see whether it was copied and not yet rewritten',
    },
  },
  'issue-missing': {
    severity: 'error',
    ja: {
      message: '「{status}」は遅れを示していますが、「{box}」が空欄です',
      hint: '何が妨げになり、次に何をするかを記入してください',
    },
    en: {
      message: '{status} admits a delay, but {box} is empty',
      hint: 'say what stands in the way and what comes next',
    },
  },
  'status-contradicted': {
    severity: 'warning',
    ja: {
      message: 'この年度の数はどれも予定に届いていませんが、「{box}」は「{word}」でよいですか',
      hint: 'どちらかを直すか、理由を報告に書き添えてください',
    },
    en: {
      message: 'no number of the year reached what was planned: is "{word}" right in {box}?',
      hint: 'correct one of the two, or give the reason in the report',
    },
  },
  'status-unexplained': {
    severity: 'info',
    ja: {
      message: 'この年度の数はどれも予定に届いていますが、「{box}」は「{word}」でよいですか',
      hint: '遅れているものが何か、報告から読み取れるようにしてください',
    },
    en: {
      message: 'every number of the year reached what was planned: is "{word}" right in {box}?',
      hint: 'let the report say what it is that is late',
    },
  },
  'review-missing': {
    severity: 'error',
    ja: {
      message: '年度が終わりましたが、「{box}」が空欄です',
      hint: '記入してください。該当がなければ「－」としてください',
    },
    en: {
      message: 'the year is over and {box} is empty',
      hint: 'fill it in, or put a dash where it does not apply',
    },
  },
  'final-review-missing': {
    severity: 'error',
    ja: {
      message: '期間全体を振り返る時期ですが、「{box}」が空欄です',
      hint: '記入してください。最後の期間が終わるまでは案で構いません',
    },
    en: {
      message: 'it is time to look back on the whole plan, and {box} is empty',
      hint: 'fill it in; until the last period is over a draft will do',
    },
  },
  'grade-missing': {
    severity: 'error',
    ja: {
      message: '全部の期間が終わりましたが、「{box}」が空欄です',
      hint: '様式の語から選んで記入してください',
    },
    en: { message: 'all periods are over and {box} is empty', hint: 'choose one of the words of the form' },
  },
  'grade-pending': {
    severity: 'warning',
    ja: {
      message: '期間全体を振り返る時期ですが、「{box}」の案がありません',
      hint: '今の見込みで記入し、最後の期間が終わったら確定してください',
    },
    en: {
      message: 'it is time to look back on the whole plan, and {box} has no draft',
      hint: 'propose one now and settle it when the last period is over',
    },
  },
  'value-early': {
    severity: 'warning',
    ja: {
      message: '「{box}」は、まだ記入する時期ではありません',
      hint: '列がずれていないか、前のファイルの文が残っていないか確かめてください',
    },
    en: {
      message: '{box} is filled in before its time',
      hint: 'see whether a column has slipped or an older file was reused',
    },
  },

  // Checking a sheet: single values.
  'word-unknown': {
    severity: 'warning',
    ja: {
      message: '「{box}」の「{word}」は、様式の語の一覧にありません。そのまま残しました',
      hint: '一覧の語に直すか、様式の設定に書き方を加えてください（一覧: {words}）',
    },
    en: {
      message: '"{word}" in {box} is not among the words of the form; it was kept as written',
      hint: 'use a word of the list, or add this spelling to the settings of the form (the list: {words})',
    },
  },
  'value-hidden': {
    severity: 'error',
    ja: {
      message: '「{box}」は「{text}」となっていて、値がわかりません',
      hint: '元の Excel で列の幅を広げ、値が見える状態で写し直してください',
    },
    en: {
      message: '{box} reads "{text}", so its value is lost',
      hint: 'widen the column in the original workbook and copy it again',
    },
  },
  'number-date': {
    severity: 'warning',
    ja: {
      message: '「{box}」が日付（{text}）になっています。番号を Excel が日付に変えたようです',
      hint: 'セルの表示形式を「文字列」にしてから、番号を入力し直してください',
    },
    en: {
      message: '{box} holds a date, {text}; Excel seems to have made one of the number',
      hint: 'set the format of the cell to text, and type the number again',
    },
  },
  // Laying out.
  'glyph-missing': {
    severity: 'warning',
    ja: {
      message: '「{character}」（{code}）を表示できるフォントがなく、〓 で印刷しました',
      hint: '別の字に書き換えてください（プログラムから使うときは、この字を含むフォントを渡せます）',
    },
    en: {
      message: 'no font has the character "{character}" ({code}); it is printed as 〓',
      hint: 'write it with another character (a program may give a font that has it)',
    },
  },
  'text-shrunk': {
    severity: 'info',
    ja: {
      message: '決まったページ数に収めるため、本文を {size} ポイントに縮めました',
      hint: '元の大きさで印刷するには、{reason}、様式のページ数（設定の pages）を増やしてください',
      reasons: {
        box: 'いちばん場所を取っているこの欄の文章を短くするか',
        rows: '一覧の行か文章を減らすか',
      },
    },
    en: {
      message: 'the text is printed at {size} points so that it fits the number of pages it is meant for',
      hint: 'to print it at its own size, {reason}, or allow the form more pages (its setting pages)',
      reasons: {
        box: 'shorten this box, which takes the most room',
        rows: 'leave out rows of lists, or text',
      },
    },
  },
  'page-added': {
    severity: 'info',
    ja: {
      message: '決まったページ数に収まらず、{pages} ページになりました',
      hint: '{reason}、様式の最小文字サイズ（設定の smallestFont）を小さくしてください',
      reasons: {
        box: 'いちばん場所を取っているこの欄の文章を短くするか',
        rows: '一覧の行か文章を減らすか',
      },
    },
    en: {
      message: 'the text does not fit the number of pages it is meant for and takes {pages}',
      hint: '{reason}, or allow the form smaller letters (its setting smallestFont)',
      reasons: {
        box: 'shorten this box, which takes the most room',
        rows: 'leave out rows of lists, or text',
      },
    },
  },
  'box-shrunk': {
    severity: 'info',
    ja: {
      message: '1 行に収めるため、この欄の文字を {size} ポイントに縮めました',
      hint: '元の大きさで印刷するには、文章を短くしてください',
    },
    en: {
      message: 'this box is printed at {size} points so that its text stands on one line',
      hint: 'shorten the text to print it at its own size',
    },
  },
  'box-continued': {
    severity: 'info',
    ja: { message: 'この欄の文章は {from} ページから {to} ページにわたります' },
    en: { message: 'the text of this box goes from page {from} to page {to}' },
  },

  // Writing a workbook.
  'row-too-tall': {
    severity: 'info',
    ja: {
      message:
        'この行は {height} pt の高さが要りますが、Excel の1行は {limit} pt までです。{rows} 行を結合した欄にして、すべて見えるようにしました',
      hint: '直すことはありません。文章は欄の一番上のセルに、元のまま入っています',
    },
    en: {
      message:
        'the row needs {height} pt, but a row of Excel has {limit} pt at most; its boxes are merged over {rows} rows, so that all is seen',
      hint: 'nothing needs to be done; the text stands whole in the uppermost cell of its box',
    },
  },
  'row-divided': {
    severity: 'info',
    ja: {
      message:
        'この行は次のページに続きます。Excel では {rows} 行を結合した欄になり、ページの境目で文字が上下に切れることがあります',
      hint: '印刷して境目を確かめてください。PDF では行の間で分かれます',
    },
    en: {
      message:
        'the row goes on on the next page; in Excel its boxes are merged over {rows} rows, and the end of the page may cut through a line of text',
      hint: 'look at the end of the printed page; the PDF is divided between two lines',
    },
  },
  'heading-unrepeated': {
    severity: 'info',
    ja: {
      message:
        'このページの上に見出しを繰り返していません（Excel が繰り返せるのは、一つのシートで一組の見出しだけです）',
      hint: '見出しの要る印刷物には PDF を使ってください',
    },
    en: {
      message:
        'the headings are not repeated at the top of this page; Excel repeats one set of rows for a whole worksheet',
      hint: 'use the PDF where the headings are needed',
    },
  },
  'text-too-long': {
    severity: 'error',
    leavesOut: true,
    ja: {
      message:
        '{length} 文字ありますが、Excel のセルに入るのは {limit} 文字までです。残りは書き出していません',
      hint: '文章を短くするか、PDF を使ってください',
    },
    en: {
      message: 'the text has {length} characters, but an Excel cell holds {limit}; the rest was not written',
      hint: 'shorten the text or use the PDF',
    },
  },
};
