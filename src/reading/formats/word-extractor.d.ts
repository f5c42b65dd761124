declare module "word-extractor" {
  interface TextOptions {
    /** Replace Chinese quotation marks and dashes by ASCII ones; true when left out. */
    readonly filterUnicode?: boolean;
    readonly includeFooters?: boolean;
  }
  interface WordDocument {
    getBody(options?: TextOptions): string;
    getHeaders(options?: TextOptions): string;
    getFooters(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getEndnotes(options?: TextOptions): string;
    getTextboxes(options?: TextOptions): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}
