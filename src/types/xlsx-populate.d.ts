/** What is used of xlsx-populate, which comes without types. */
declare module 'xlsx-populate' {
  interface Sheet {
    name(): string;
    hidden(hidden: boolean): Sheet;
    range(address: string): { value(): unknown[][] };
  }

  interface Workbook {
    sheets(): Sheet[];
    /** Undefined where the workbook has no such sheet. */
    sheet(name: string): Sheet | undefined;
    activeSheet(sheet: Sheet): Workbook;
    deleteSheet(sheet: Sheet): Workbook;
    outputAsync(options: { readonly type: 'uint8array' }): Promise<Uint8Array>;
  }

  const populate: { fromDataAsync(data: Uint8Array): Promise<Workbook> };
  export default populate;
}
