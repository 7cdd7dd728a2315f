import { t } from '../../base/language.ts';
import { CoreListField } from './CoreListField.tsx';
import { useAppSpec } from './use-scenario.ts';

/** The cores of an app whose placement is a list of them; nothing for one that has a name. */
export function PlacementCores({ index }: { readonly index: number }) {
  const { spec, editSpec } = useAppSpec(index);
  const path = `apps[${index}].placement`;
  if (typeof spec.placement === 'string') return null;
  return (
    <CoreListField
      label={t('Cores of the replicas')}
      hideLabel
      path={path}
      cores={spec.placement}
      onChange={(placement) => editSpec({ placement }, path)}
    />
  );
}
