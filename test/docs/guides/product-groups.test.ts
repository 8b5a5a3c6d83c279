import { testPage } from '../snippets.ts'

testPage('docs/guides/product-groups.md')
