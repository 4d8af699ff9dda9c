import { application } from '@officina/contracts/training-inputs';
import { z } from 'zod';
import { apply } from '../../../domains/training/applications/apply.ts';
import { submitTrainingInquiry } from '../../../domains/training/inquiries/submit-training-inquiry.ts';
import { type RestRow, row } from '../../row.ts';
import { id } from './wire.ts';

const tag = 'Admission';
const { shape } = application;

const applicationBody = z
  .object({
    program_slug: shape.programSlug,
    first_name: shape.firstName,
    last_name: shape.lastName,
    email: shape.email,
    phone: shape.phone,
    date_of_birth: shape.dateOfBirth,
    address: shape.address,
    education_level: shape.educationLevel,
    employment_status: shape.employmentStatus,
    has_transportation: shape.hasTransportation,
    felony_disclosure: shape.felonyDisclosure,
    signature: shape.signature,
  })
  .transform((body) => ({
    programSlug: body.program_slug,
    firstName: body.first_name,
    lastName: body.last_name,
    email: body.email,
    phone: body.phone,
    dateOfBirth: body.date_of_birth,
    address: body.address,
    educationLevel: body.education_level,
    employmentStatus: body.employment_status,
    hasTransportation: body.has_transportation,
    felonyDisclosure: body.felony_disclosure,
    signature: body.signature,
  }));

export const applicationRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/inquiry',
    summary: 'Ask about a programme',
    tag,
    // What else is posted here is the consultancy's.
    claims: async ({ body }) => Object.hasOwn((await body()) ?? {}, 'program'),
    operation: submitTrainingInquiry,
    body: submitTrainingInquiry.input,
    answer: 'bare',
    present: ({ id }) => ({ data: { success: true, inquiry_id: id } }),
    response: z.strictObject({ success: z.literal(true), inquiry_id: id }),
    anyOrigin: true,
  }),
  row({
    method: 'POST',
    path: '/applications',
    summary: 'Apply for a programme; a new address gets an account and a mail',
    tag,
    operation: apply,
    body: applicationBody,
    fields: { programSlug: 'program_slug', dateOfBirth: 'date_of_birth' },
    answer: 'bare',
    present: ({ id, programSlug }) => ({
      data: { success: true, application_id: id, redirect_url: `/programs/${programSlug}/checkout` },
    }),
    response: z.strictObject({ success: z.literal(true), application_id: id, redirect_url: z.string() }),
    anyOrigin: true,
  }),
];
