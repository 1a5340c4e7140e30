// The rules groups are formed by, as a form.
import type { PlacingRules } from '@masa/shared/workshop';
import { SelectField } from '../../ui/Field.tsx';
import { useText } from '../../ui/text.ts';

export interface PlacingRulesFormProps {
  readonly rules: PlacingRules;
  readonly onRules: (rules: PlacingRules) => void;
}

const NO_LIMIT = 'none';
const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

export function PlacingRulesForm({ rules, onRules }: PlacingRulesFormProps) {
  const t = useText('market');
  const counted = (from: number, to: number) => numbers(from, to).map((count) => ({ value: String(count), label: String(count) }));
  const limited = (from: number, to: number) => [{ value: NO_LIMIT, label: t('noLimit') }, ...counted(from, to)];
  const limit = (value: string): number | null => (value === NO_LIMIT ? null : Number(value));
  return (
    <fieldset className="placing-rules">
      <legend>{t('rules')}</legend>
      <SelectField
        id="rule-min"
        label={t('min')}
        value={String(rules.min)}
        onValue={(value) => onRules({ ...rules, min: Number(value), max: Math.max(rules.max, Number(value)) })}
        options={counted(2, 10)}
      />
      <SelectField
        id="rule-max"
        label={t('max')}
        value={String(rules.max)}
        onValue={(value) => onRules({ ...rules, max: Number(value), min: Math.min(rules.min, Number(value)) })}
        options={counted(2, 20)}
      />
      <SelectField
        id="rule-library"
        label={t('perLibrary')}
        value={rules.maxPerLibrary === null ? NO_LIMIT : String(rules.maxPerLibrary)}
        onValue={(value) => onRules({ ...rules, maxPerLibrary: limit(value) })}
        options={limited(1, 6)}
      />
      <SelectField
        id="rule-groups"
        label={t('groupsMax')}
        value={rules.groupsMax === null ? NO_LIMIT : String(rules.groupsMax)}
        onValue={(value) => onRules({ ...rules, groupsMax: limit(value) })}
        options={limited(1, 30)}
      />
      <SelectField
        id="rule-remote"
        label={t('remote')}
        value={rules.remote}
        onValue={(remote) => onRules({ ...rules, remote })}
        options={[
          { value: 'off', label: t('remoteOff') },
          { value: 'together', label: t('remoteTogether') },
          { value: 'spread', label: t('remoteSpread') },
        ]}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={rules.atLeastTwoRegions}
          onChange={() => onRules({ ...rules, atLeastTwoRegions: !rules.atLeastTwoRegions })}
        />
        {t('regions')}
      </label>
      <label className="check-line">
        <input type="checkbox" checked={rules.convenerStays} onChange={() => onRules({ ...rules, convenerStays: !rules.convenerStays })} />
        {t('convenerStays')}
      </label>
    </fieldset>
  );
}
