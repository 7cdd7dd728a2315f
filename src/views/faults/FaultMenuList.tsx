import { FaultButtons } from './FaultButtons.tsx';
import { FaultList } from './FaultList.tsx';
import { WishList } from './WishList.tsx';

/** What the menu of faults opens: the faults that are set, one more, and the wishes of the hardware. */
export function FaultMenuList() {
  return (
    <>
      <FaultList />
      <FaultButtons />
      <WishList />
    </>
  );
}
