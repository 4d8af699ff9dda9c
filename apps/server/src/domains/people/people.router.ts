import { mutation, query, router } from '../../kernel/trpc.ts';
import { disablePerson } from './disable-person.ts';
import { enablePerson } from './enable-person.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { resendPersonInvitation } from './resend-invitation.ts';
import { revokePersonInvitation } from './revoke-invitation.ts';
import { updatePerson } from './update-person.ts';

export const peopleRouter = router({
  list: query(listPeople),
  invite: mutation(invitePerson),
  resendInvitation: mutation(resendPersonInvitation),
  revokeInvitation: mutation(revokePersonInvitation),
  update: mutation(updatePerson),
  disable: mutation(disablePerson),
  enable: mutation(enablePerson),
});
