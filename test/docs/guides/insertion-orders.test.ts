import { testPage } from '../snippets.ts'

testPage('docs/guides/insertion-orders.md')
