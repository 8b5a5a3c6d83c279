/** Decodes percent codes such as `%61`; invalid ones stay as they are. */
export const withoutPercents = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return Buffer.from(codes.replaceAll('%', ''), 'hex').toString('latin1')
    }
  })

const escapes = /(?<!\\)((?:\\\\)*)\\u00([2-7][0-9a-f])/gi

/** Decodes the `\u0061` escapes of a JSON text that stand for the characters of tokens and names. */
export const withoutEscapes = (text: string): string =>
  text.includes('\\u00')
    ? text.replaceAll(escapes, (whole, before: string, code: string) => {
        const letter = String.fromCharCode(Number.parseInt(code, 16))
        return /[\w.~-]/.test(letter) ? before + letter : whole
      })
    : text
