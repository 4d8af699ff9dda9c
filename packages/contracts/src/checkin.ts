/** The session in which a learner is checked in, or at the timeclock. */
export interface ActiveSession {
  sessionId: string;
  shopName: string;
  checkInTime: string;
  /** Of the programme: its times are told in it. */
  timeZone: string;
  source: 'timeclock' | 'checkin' | 'manual';
}

export interface CheckedIn {
  sessionId: string;
  shopName: string;
  checkInTime: string;
}

export interface CheckedOut {
  checkoutTime: string;
  /** Rounded down. */
  durationMinutes: number;
  hoursWorked: number;
}

/** What hangs on a shop's wall, and who came in with it today. */
export interface ShopCode {
  /** Null until the first one is made. */
  code: string | null;
  shopId: string;
  shopName: string;
  /** In which the shop's clock runs: that of the programme whose learners work there. */
  timeZone: string;
  expiresAt: string | null;
  todayCheckIns: {
    sessionId: string;
    userName: string;
    checkInTime: string;
    checkoutTime: string | null;
  }[];
}
