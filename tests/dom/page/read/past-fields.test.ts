import { describe, expect, test } from 'vitest';
import { changedPlaces, noChanges, note } from '../../../../src/page/read/changes.ts';
import { dirtyBlocks } from '../../../../src/page/read/dirty.ts';
import { isInsideLeftOut } from '../../../../src/page/read/left-out.ts';
import { methodOf, parentOf } from '../../../../src/page/read/past-fields.ts';
import { createShownCheck } from '../../../../src/page/read/visible.ts';
import { inPage } from '../../../helpers/html.ts';

const NAMES = ['parentNode', 'closest', 'matches', 'hasAttributes', 'assignedSlot'];

/** A paragraph in a form with fields of these names. */
function aForm(): { form: HTMLFormElement; paragraph: Element; field: Element } {
  const body = inPage('<form role="search"><input><p>Huawei</p></form>');
  const [form, field] = [
    body.querySelector('form') as HTMLFormElement,
    body.querySelector('input') as Element,
  ];
  // As browsers do; not all that parse HTML do so.
  for (const name of NAMES) Object.defineProperty(form, name, { value: field, configurable: true });
  return { form, field, paragraph: body.querySelector('p') as Element };
}

describe('past the fields of a form', () => {
  test('a form has its own parent', () => {
    const { form, field } = aForm();
    expect(form.parentNode).toBe(field);
    expect(parentOf(form)).toBe(document.body);
  });

  test('and its own methods', () => {
    const { form } = aForm();
    expect(methodOf(form, 'matches').call(form, 'form')).toBe(true);
    expect(methodOf(form, 'closest').call(form, 'body')).toBe(document.body);
  });

  test('what it holds is left out when it is, and only then', () => {
    const { form, paragraph } = aForm();
    expect(isInsideLeftOut(paragraph)).toBe(true);
    form.removeAttribute('role');
    expect(isInsideLeftOut(paragraph)).toBe(false);
  });

  test('what changes in it is found', () => {
    const { form, paragraph } = aForm();
    form.removeAttribute('role');
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { subtree: true, childList: true });
    paragraph.append(' and Dahua');
    const changes = noChanges();
    note(changes, observer.takeRecords());
    expect(changedPlaces(changes, null)).toEqual([paragraph]);
    expect(dirtyBlocks(changes, [document.body], { hasOwnText: () => false }).blocks).toEqual([paragraph]);
  });

  test('its text is shown', () => {
    expect(createShownCheck()(aForm().paragraph.firstChild as Text)).toBe(true);
  });
});
