import { createOrderLine } from '../../server/resources/order-lines/actions.ts'
import type { OrderLineCreate } from '../../server/resources/order-lines/schema.ts'
import type { Answer, Json, Mock } from '../helper.ts'

/** A campaign that breaks no rule, with a daily budget; its objective has no special modes. */
export const awareness = { name: 'Brand', objective_type: 'AWARENESS', daily_spend_cap: 100_000_000 }

/** A campaign that breaks no rule, with a daily budget; its objective has every special mode. */
export const consideration = { ...awareness, name: 'Clicks', objective_type: 'CONSIDERATION' }

/** The id of an order line, stored where the API cannot: in the test's own ad account unless another is named. */
export const orderLineIn = ({ stage, account }: Mock, item: OrderLineCreate = {}, owner = account): string =>
  createOrderLine(stage.world('default'), owner, item).id

/** A call that creates one campaign. */
export const creating =
  (item: Json) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/campaigns', [item])

/** Calls that create one campaign, and change it; the answer is the change's. */
export const changing =
  (item: Json, change: Json) =>
  async ({ create, patch }: Mock): Promise<Answer> => {
    const { id } = await create('/campaigns', item)
    return patch('/campaigns', [{ id, ...change }])
  }

/** Calls that create one campaign as a draft, and publish it; the answer is the publication's. */
export const publishing = (item: Json) => changing({ ...item, status: 'DRAFT' }, { status: 'ACTIVE' })
