import type { z } from 'zod'
import type { FaultCreate, FaultReply } from '../control/faults/schema.ts'
import type { Control } from './transport.ts'

/** A fault as it is asked for: what it matches, when it strikes, and what it does. */
export type NewFault = z.input<typeof FaultCreate>
/** A fault with what it has seen and struck. */
export type Fault = z.output<typeof FaultReply>

/** The verbs on a world's faults. */
export const faultVerbs = (control: Control) => ({
  /** Adds one; refused when it could never strike. */
  add: (fault: NewFault): Promise<Fault> => control('POST', '/faults', fault),
  /** All of them, with what they have seen and struck. */
  list: async (): Promise<readonly Fault[]> => (await control<{ items: Fault[] }>('GET', '/faults')).items,
  /** The one of that id. */
  get: (id: string): Promise<Fault> => control('GET', `/faults/${id}`),
  /** Takes one away. */
  remove: async (id: string): Promise<void> => {
    await control('DELETE', `/faults/${id}`)
  },
  /** Takes all away. */
  clear: async (): Promise<void> => {
    await control('DELETE', '/faults')
  },
})
