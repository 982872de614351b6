import { checkBlocks } from './blocks.ts';
import { checkText } from './elements.ts';
import { Complaints, LIMITS } from './limits.ts';
import { type Fields, fieldsOf, isFields, lengthOf, listOf, textIn } from './shape.ts';
import type { Workspace } from './workspace.ts';

/** Whole messages, views and lists of options. */

export function messageComplaints(body: Fields, workspace: Workspace): Complaints {
  const complaints = new Complaints();
  if (body.blocks !== undefined) checkBlocks(body.blocks, 'message', workspace, complaints);
  const [least, most] = LIMITS['fallback text'];
  const length = lengthOf(textIn(body, 'text').trim());
  if (length < least || length > most) complaints.remarks.push(`fallback text of ${length} characters`);
  if (body.attachments !== undefined) complaints.add('/attachments', 'attachments are of another age');
  return complaints;
}

/** docs.slack.dev/messaging/message-metadata: a name and an object of plain values. */
export function metadataComplaint(metadata: unknown): string | undefined {
  if (!isFields(metadata)) return 'metadata is no object';
  if (textIn(metadata, 'event_type') === '') return 'metadata without event_type';
  if (!isFields(metadata.event_payload)) return 'metadata without event_payload';
  return undefined;
}

export function viewComplaints(view: Fields, workspace: Workspace): Complaints {
  const complaints = new Complaints();
  const type = textIn(view, 'type');
  if (type !== 'modal' && type !== 'home') {
    complaints.add('/view/type', `unknown type ${type}`);
    return complaints;
  }
  checkBlocks(view.blocks, type, workspace, complaints);
  complaints.within('/view', 'private_metadata', lengthOf(textIn(view, 'private_metadata')));
  complaints.within('/view', 'callback_id', lengthOf(textIn(view, 'callback_id')));
  if (type === 'home') return complaints;
  checkText(view.title, '/view/title', 'modal title', complaints);
  if (view.submit !== undefined) checkText(view.submit, '/view/submit', 'modal submit', complaints);
  if (view.close !== undefined) checkText(view.close, '/view/close', 'modal close', complaints);
  const inputs = listOf(view.blocks).filter((one) => textIn(one, 'type') === 'input');
  if (inputs.length > 0 && view.submit === undefined) complaints.add('/view/submit', 'inputs but no submit');
  const focused = inputs.filter((one) => fieldsOf(one.element).focus_on_load === true);
  if (focused.length > 1) complaints.add('/view/blocks', 'focus on more than one element');
  return complaints;
}
