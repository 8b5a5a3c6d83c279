import type { Peer } from '../peer.ts'
import { express } from './express.ts'
import { jsonServer } from './json-server.ts'
import { mockoon } from './mockoon.ts'
import { prism } from './prism.ts'
import { wiremock } from './wiremock.ts'

/** Every peer. */
export const allPeers: readonly Peer[] = [wiremock, mockoon, prism, jsonServer, express]
