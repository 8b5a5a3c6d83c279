import { signal } from '@preact/signals'

/** The token of test control, which is asked for once and forgotten with the page. */
export const controlToken = signal<string | undefined>(undefined)

/** Whether test control has refused a call for want of its token. */
export const isTokenWanted = signal(false)
