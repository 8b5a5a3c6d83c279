import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ConsentRequest } from './consent.ts'

/** The field of the consent page's form that says it is from that page. */
export const formTokenField = 'csrf_token'

/** The tokens of one server's consent pages: a page of another site, which cannot read ours, cannot know them. */
export class FormTokens {
  readonly #key = randomBytes(32)

  /** The token of the page on which a world's users are asked for that. */
  of(world: string, { clientId, redirectUri, scopes, state }: ConsentRequest): string {
    const page = JSON.stringify([world, clientId, redirectUri, scopes, state])
    return createHmac('sha256', this.#key).update(page).digest('base64url')
  }

  /** Whether what a form sent is the token of that page. */
  isOf(sent: unknown, world: string, request: ConsentRequest): boolean {
    const [one, other] = [Buffer.from(String(sent)), Buffer.from(this.of(world, request))]
    return one.length === other.length && timingSafeEqual(one, other)
  }
}
