import { expect, test } from 'vitest';
import { decodeCsv, readCsvFile, TooLarge } from './csv_file';

const bytes = (...codes: number[]) => Uint8Array.from(codes);

test('letters with accents survive however the spreadsheet wrote them', () => {
  expect(decodeCsv(new TextEncoder().encode('Één café'))).toBe('Één café');
  expect(decodeCsv(bytes(0xef, 0xbb, 0xbf, 0x41))).toBe('A');
  expect(decodeCsv(bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café');
  expect(decodeCsv(bytes(0xff, 0xfe, 0xc9, 0x00, 0x41, 0x00))).toBe('ÉA');
});

test('a file that is too large to be a list is not read at all', async () => {
  await expect(readCsvFile(new Blob([new Uint8Array(600 * 1024)]))).rejects.toBeInstanceOf(TooLarge);
  await expect(readCsvFile(new Blob(['tekst\nBoekenbus']))).resolves.toContain('Boekenbus');
});
