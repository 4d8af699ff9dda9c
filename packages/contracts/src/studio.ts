export const PROJECT_STATUSES = ['planning', 'in_progress', 'completed', 'on_hold'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const PROJECT_PRIORITIES = ['low', 'medium', 'high'] as const;
export type ProjectPriority = (typeof PROJECT_PRIORITIES)[number];
