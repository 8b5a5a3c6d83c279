import type { World } from '#server/worlds/world.ts'
import { leadSubscriptionTable, subscriptionsFor } from '../lead-subscriptions/repository.ts'
import { afterAttempt, type LeadDelivery } from './delivery.ts'
import { encryptedBody, plainLead } from './payload.ts'
import type { LeadRow } from './repository.ts'
import { mayReach, postToWebhook } from './webhook.ts'

/** Leads whose deliveries a world remembers. */
const mostLeads = 1000

/** How often pending deliveries are compared with the clocks of their worlds, in milliseconds. */
const interval = 250

interface Known {
  readonly lead: LeadRow
  deliveries: readonly LeadDelivery[]
  /** The attempts that are being made. */
  attempts?: Promise<void> | undefined
}

/** The deliveries of a world's leads. Not part of its data, as its journal: copies of the world do not contain them. */
class LeadDeliveries {
  readonly #world: World
  readonly #known = new Map<string, Known>()
  #hosts: readonly string[] = []

  constructor(world: World) {
    this.#world = world
  }

  of(leadId: string): readonly LeadDelivery[] {
    return this.#known.get(leadId)?.deliveries ?? []
  }

  /** Begins the deliveries of a lead, and makes the first attempt of each. */
  async start(lead: LeadRow, hosts: readonly string[]): Promise<readonly LeadDelivery[]> {
    this.#hosts = hosts
    const now = this.#world.clock.seconds()
    const deliveries = subscriptionsFor(this.#world.readable, lead.ad_account_id, lead.lead_form_id).map(
      ({ id, json }): LeadDelivery => {
        const { webhook_url } = JSON.parse(json)
        const started = { subscription_id: id, webhook_url, attempts: [] }
        return mayReach(webhook_url, hosts)
          ? { ...started, state: 'PENDING', next_attempt_time: now }
          : { ...started, state: 'BLOCKED', next_attempt_time: null }
      },
    )
    this.#known.delete(lead.id)
    this.#known.set(lead.id, { lead, deliveries })
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostLeads && oldest !== undefined) this.#known.delete(oldest)
    await this.flush()
    return this.of(lead.id)
  }

  /** Makes the attempts that are due, and waits for those that are being made. Returns whether others are to come. */
  async flush(): Promise<boolean> {
    if (this.#world.isRetired) return false
    const now = this.#world.clock.seconds()
    await Promise.all([...this.#known.values()].map((known) => this.#attempt(known, now)))
    const isPending =
      !this.#world.isRetired && [...this.#known.values()].some(({ deliveries }) => hasPending(deliveries))
    if (isPending) watch(this)
    return isPending
  }

  async #attempt(known: Known, now: number): Promise<void> {
    while (known.attempts !== undefined) await known.attempts
    const due = known.deliveries.filter(({ next_attempt_time: time }) => time !== null && time <= now)
    if (due.length === 0) return
    known.attempts = this.#make(known, due, now).finally(() => {
      known.attempts = undefined
    })
    await known.attempts
  }

  async #make(known: Known, due: readonly LeadDelivery[], now: number): Promise<void> {
    const answered = new Map<string, LeadDelivery>()
    await Promise.all(due.map(async (one) => answered.set(one.subscription_id, await this.#send(known, one, now))))
    this.#replace(known, due, (delivery) => answered.get(delivery.subscription_id) ?? delivery)
  }

  async #send({ lead }: Known, delivery: LeadDelivery, now: number): Promise<LeadDelivery> {
    const { subscription_id, webhook_url, attempts } = delivery
    const { readable } = this.#world
    const row = leadSubscriptionTable.find(readable, lead.ad_account_id, subscription_id)
    if (row === undefined || !mayReach(webhook_url, this.#hosts))
      return { ...delivery, state: 'FAILED', next_attempt_time: null }
    const plain = plainLead(this.#world, lead)
    const body = encryptedBody(JSON.parse(row.json), lead, plain, attempts.length)
    return afterAttempt(delivery, now, await postToWebhook(webhook_url, body))
  }

  #replace(known: Known, some: readonly LeadDelivery[], change: (delivery: LeadDelivery) => LeadDelivery): void {
    const ids = new Set(some.map(({ subscription_id }) => subscription_id))
    known.deliveries = known.deliveries.map((one) => (ids.has(one.subscription_id) ? change(one) : one))
  }
}

const hasPending = (deliveries: readonly LeadDelivery[]): boolean => deliveries.some(({ state }) => state === 'PENDING')

const watched = new Set<LeadDeliveries>()
let timer: NodeJS.Timeout | undefined

/** Has pending deliveries made when the clock of their world comes to them. The timer is there only as long as they. */
function watch(deliveries: LeadDeliveries): void {
  watched.add(deliveries)
  if (timer !== undefined) return
  timer = setInterval(() => {
    // A world that was closed meanwhile cannot be read.
    for (const one of watched) {
      void one.flush().then(
        (isPending) => isPending || watched.delete(one),
        () => watched.delete(one),
      )
    }
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }, interval)
  timer.unref()
}

const byWorld = new WeakMap<World, LeadDeliveries>()

/** Returns the deliveries of a world's leads. */
export function deliveriesOf(world: World): LeadDeliveries {
  const deliveries = byWorld.get(world) ?? new LeadDeliveries(world)
  byWorld.set(world, deliveries)
  return deliveries
}
