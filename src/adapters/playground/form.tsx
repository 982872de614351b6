import type { Form, FormField } from '../../core/call.ts';
import { languageOf } from './render.tsx';
import type { Words } from './words.ts';

/** A command's form as a dialog. Names and limits come from the declaration; the text stays in the browser until sent. */

/** So few choices stand in half the width of the dialog. */
const FEW = 3;

function Choices({ field, choices }: { field: FormField; choices: NonNullable<FormField['choices']> }) {
  const chosen = new Set(field.value?.split(','));
  const type = field.many === true ? 'checkbox' : 'radio';
  const hint = `field-${field.name}-hint`;
  return (
    <fieldset
      class={choices.length <= FEW ? 'field choices few' : 'field choices'}
      data-optional={field.optional === true ? '' : undefined}
      aria-describedby={hint}
    >
      <legend>{field.label}</legend>
      <div class="options">
        {choices.map(({ value, label }) => (
          <label>
            <input type={type} name={field.name} value={value} checked={chosen.has(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <p class="below">
        <span id={hint}>{field.hint}</span>
      </p>
    </fieldset>
  );
}

function Field({ field, words }: { field: FormField; words: Words }) {
  if (field.choices !== undefined) return <Choices field={field} choices={field.choices} />;
  return <Writing field={field} words={words} />;
}

function Writing({ field, words }: { field: FormField; words: Words }) {
  const id = `field-${field.name}`;
  const described = `${id}-hint ${id}-count`;
  const optional = field.optional === true ? '' : undefined;
  return (
    <div class={field.long ? 'field' : 'field short'}>
      <label for={id}>{field.label}</label>
      {field.long ? (
        <textarea
          id={id}
          name={field.name}
          rows={7}
          data-max={field.max}
          data-optional={optional}
          aria-describedby={described}
        >
          {field.value ?? ''}
        </textarea>
      ) : (
        <input
          id={id}
          name={field.name}
          type="text"
          value={field.value ?? ''}
          data-max={field.max}
          data-optional={optional}
          aria-describedby={described}
        />
      )}
      <p class="below">
        <span id={`${id}-hint`}>{field.hint}</span>
        <output id={`${id}-count`} for={id} class="counter">
          {words('form.counter', { count: 0, max: field.max.toLocaleString('en') })}
        </output>
      </p>
    </div>
  );
}

export function FormDialog({ form, words }: { form: Form; words: Words }) {
  return (
    <dialog aria-labelledby="form-title" class="form" data-submit={form.submit}>
      <form method="dialog" novalidate>
        <h2 id="form-title">{form.title}</h2>
        <p class="about words" lang={languageOf(form.about)}>
          {form.about}
        </p>
        {form.fields.map((field) => (
          <Field field={field} words={words} />
        ))}
        <button type="button" class="restore" hidden>
          {words('form.restore')}
        </button>
        <p class="notice" role="alert" hidden />
        <div class="actions">
          <p class="keys">{words('form.keys', { key: 'Ctrl+Enter' })}</p>
          <button type="button" class="button plain" data-close>
            {words('form.cancel')}
          </button>
          <button type="submit" class="button primary">
            <span class="label">{form.submitLabel}</span>
          </button>
        </div>
      </form>
    </dialog>
  );
}
