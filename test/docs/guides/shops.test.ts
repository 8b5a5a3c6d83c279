import { testPage } from '../snippets.ts'

testPage('docs/guides/shops.md')
