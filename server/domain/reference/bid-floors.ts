import type { BillableEvent } from '../ads/objectives.ts'

/** The lowest bid in US dollars, in micro-currency. 2,000,000 for impressions was recorded; the others are assumed. */
const inDollars: Readonly<Record<BillableEvent, number>> = {
  IMPRESSION: 2_000_000,
  CLICKTHROUGH: 100_000,
  VIDEO_V_50_MRC: 20_000,
}

/** Rounded, invented exchange rates for one US dollar; other currencies count as the dollar. */
const perDollar: Readonly<Record<string, number>> = {
  SEK: 10,
  NOK: 10,
  DKK: 7,
  ILS: 4,
  HKD: 8,
  JPY: 150,
  KRW: 1000,
  PLN: 4,
  RON: 5,
  HUF: 400,
  CZK: 25,
  BRL: 5,
  MXN: 20,
  ARS: 1000,
  CLP: 1000,
  COP: 1000,
  INR: 80,
  TRY: 40,
}

/** Returns the lowest bid for an event in a currency, in micro-currency: a fixed table, not a market. */
export const bidFloor = (event: BillableEvent, currency: string): number =>
  inDollars[event] * (perDollar[currency] ?? 1)
