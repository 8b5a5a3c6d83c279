import type { FastifyRequest } from 'fastify'
import type { OperationParts } from '#server/collections/collection.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { type ActorRequest, actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import type { MerchantFacts } from '#server/resources/accounts/users/merchant-rules.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import { productGroupReadRules } from './rules.ts'

/** Refuses a read where the state of the business does. */
export function assertMayRead(
  request: FastifyRequest,
  rules: readonly Rule<MerchantFacts>[] = productGroupReadRules,
): void {
  const { world } = request
  world.rules.assert(rules, { merchant: merchantOf(world, actorOf(request as ActorRequest)) })
}

/** Returns a read that is refused where the state of the business does, before it looks for anything. */
export const whereReadable = ({ schema, handler }: OperationParts): OperationParts => ({
  schema,
  handler(request, reply) {
    assertMayRead(request)
    return handler(request, reply)
  },
})
