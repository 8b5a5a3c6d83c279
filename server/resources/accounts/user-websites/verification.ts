import { hash } from '#server/domain/ids.ts'
import type { WebsiteVerification } from './schema.ts'

/** Returns the verification code of a user in all its forms: the same on every run. */
export function verificationOf(userId: string): WebsiteVerification {
  const code = [1, 2, 3, 4].map((part) => hash(`website${part}${userId}`).toString(16).padStart(8, '0')).join('')
  const metatag = `<meta name="p:domain_verify" content="${code}"/>`
  return {
    verification_code: code,
    dns_txt_record: `pinterest-site-verification=${code}`,
    metatag,
    filename: `pinterest-${code.slice(0, 5)}.html`,
    file_content: `<!DOCTYPE html><html><head>${metatag}<title>${code}</title></head><body></body></html>`,
  }
}
