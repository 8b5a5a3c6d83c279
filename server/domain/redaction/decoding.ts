/** A text without its codes such as `%61`; what is no code stays as it is. */
export const withoutPercents = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return Buffer.from(codes.replaceAll('%', ''), 'hex').toString('latin1')
    }
  })

const escapes = /(?<!\\)((?:\\\\)*)\\u00([2-7][0-9a-f])/gi

/** A JSON text in which what tokens and names are made of is written as it is, and not as `\u0061`. */
export const withoutEscapes = (text: string): string =>
  text.includes('\\u00')
    ? text.replaceAll(escapes, (whole, before: string, code: string) => {
        const letter = String.fromCharCode(Number.parseInt(code, 16))
        return /[\w.~-]/.test(letter) ? before + letter : whole
      })
    : text
