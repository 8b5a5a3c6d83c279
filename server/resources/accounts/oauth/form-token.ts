import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ConsentRequest } from './consent.ts'

/** The field of the consent form that carries its token against cross-site request forgery. */
export const formTokenField = 'csrf_token'

/**
 * Creates and verifies the form tokens of one server's consent pages. A page of another site cannot read or guess them.
 */
export class FormTokens {
  readonly #key = randomBytes(32)

  /** Returns the token of the consent page for a request in a world. */
  of(world: string, { clientId, redirectUri, scopes, state }: ConsentRequest): string {
    const page = JSON.stringify([world, clientId, redirectUri, scopes, state])
    return createHmac('sha256', this.#key).update(page).digest('base64url')
  }

  /** Tells whether a form sent the token of this page. */
  isOf(sent: unknown, world: string, request: ConsentRequest): boolean {
    const [one, other] = [Buffer.from(String(sent)), Buffer.from(this.of(world, request))]
    return one.length === other.length && timingSafeEqual(one, other)
  }
}
