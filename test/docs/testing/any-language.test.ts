import { testPage } from '../snippets.ts'

testPage('docs/testing/any-language.md')
