/** More is no list that anybody pastes. */
const LARGEST = 512 * 1024;

export class TooLarge extends Error {}

/** The text of a file that a spreadsheet wrote. */
export async function readCsvFile(file: Blob): Promise<string> {
  if (file.size > LARGEST) throw new TooLarge();
  return decodeCsv(new Uint8Array(await file.arrayBuffer()));
}

/** UTF-8 or UTF-16 where the bytes say so; else what Excel writes on a computer set to Dutch or English. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
