/** Labels: which ways of writing the fiscal years in them are the same words. */
import { describe, expect, test } from 'vitest';
import { agree, labelOf } from '../../src/form/labels.ts';

const agreement = (label: string, cell: string) => agree(labelOf(label), labelOf(cell));

describe('a year is the same however it is written', () => {
  test.each([
    ['平成27年度', 'Ｈ２７'],
    ['平成27年度', 'H.27'],
    ['平成27年度', '平成27'],
    ['平成27', '2015年度'],
    ['目標（平成27）', '目標\n（Ｈ27）'],
    ['令和元年度', '令和元'],
    ['令和元年度', 'R.1'],
    ['平成元', '昭和64/平成元'],
  ])('%j, %j', (label, cell) => expect(agreement(label, cell)).toBe('same'));
});

describe('a year without its era is known', () => {
  test.each([
    ['平成27年度', '27年度'],
    ['平成27年度以降', '２７年度 以降'],
    ['目標（平成27）', '目標（27）'],
  ])('%j, %j', (label, cell) => expect(agreement(label, cell)).toBe('eraMissing'));
});

describe('a number is no year', () => {
  test.each([
    ['平成27', '27'],
    ['平成27・28', '27・28'],
    ['No.1', 'No.2'],
    ['1 目的', '2 目的'],
    ['1 目的', '平成1 目的'],
    ['R1-1', '2019年度-1'],
    ['平成27年', '平成27年度'],
    ['平成の記録', 'の記録'],
  ])('%j, %j', (label, cell) => expect(agreement(label, cell)).toBeUndefined());

  test.each(['No.1', '1 目的', '第2年度', '平成27年3月'])('%j has none', (text) => {
    expect(labelOf(text)).toMatchObject({ eraless: [] });
    expect(labelOf(text).dated).toBe(labelOf(text).folded);
  });
});
