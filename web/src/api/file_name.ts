const EXTENSIONS: Record<string, string> = { markdown: 'md', csv: 'csv', xlsx: 'xlsx', json: 'json' };

/** What the server calls a file (RFC 6266); its name in all letters where it gives one. */
export function fileName(disposition: string | null, format: string): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  const plain = disposition?.match(/filename="([^"]+)"/i)?.[1];
  return decoded(encoded) ?? plain ?? `samenspel.${EXTENSIONS[format] ?? 'txt'}`;
}

function decoded(name: string | undefined): string | undefined {
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
