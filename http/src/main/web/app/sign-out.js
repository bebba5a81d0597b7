// @ts-check
import { toastProblem } from "../design/toast.js";
import { navigate } from "./router.js";
import { session } from "./services.js";

/** Ends the session on this device. */
export async function signOut() {
  try {
    await session.leave();
  } catch (error) {
    toastProblem(error);
  }
  navigate("/");
}
